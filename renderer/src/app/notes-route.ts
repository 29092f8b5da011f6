import type { AnchorState, AnnotationSort, HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { isId } from './is-id.ts';

/** Every highlight of the archive: which of them are listed, in which order, and the one that is looked at. */
export interface NotesRoute {
  readonly screen: 'notes';
  /** `bookmark`: these alone. */
  readonly kind?: 'bookmark';
  readonly colour?: HighlightColour;
  readonly state?: AnchorState;
  readonly tag?: string;
  readonly article?: ArticleId;
  readonly text?: string;
  /** Days on which they were made, both included: `2024-03-18`. */
  readonly from?: string;
  readonly until?: string;
  readonly sort?: AnnotationSort;
  readonly note?: AnnotationId;
}

const COLOURS: readonly HighlightColour[] = ['fact', 'quote', 'question', 'contradiction', 'followup'];
const STATES: readonly AnchorState[] = ['exact', 'moved', 'changed', 'orphan'];
const SORTS: readonly AnnotationSort[] = ['made', 'article', 'printed'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function parseNotes(parameters: URLSearchParams): NotesRoute {
  const oneOf = <K extends string>(name: string, known: readonly K[]) =>
    known.find((key) => key === parameters.get(name));
  const day = (name: string) => DAY.exec(parameters.get(name) ?? '')?.[0];
  const id = (name: string) => {
    const value = parameters.get(name);
    return isId(value) ? value : undefined;
  };
  return withoutNothing({
    screen: 'notes',
    kind: oneOf('kind', ['bookmark'] as const),
    colour: oneOf('colour', COLOURS),
    state: oneOf('state', STATES),
    tag: parameters.get('tag') || undefined,
    article: id('article') as ArticleId | undefined,
    text: parameters.get('q') || undefined,
    from: day('from'),
    until: day('until'),
    sort: oneOf('sort', SORTS),
    note: id('note') as AnnotationId | undefined,
  });
}

export function formatNotes({ screen: _, text, ...rest }: NotesRoute): string {
  const parameters = new URLSearchParams(Object.entries({ ...rest, ...(text ? { q: text } : {}) }));
  return parameters.size > 0 ? `#/notes?${parameters}` : '#/notes';
}

/** The same route with other parts; a part that is `undefined` is taken away. */
export function changeNotes(
  route: NotesRoute,
  part: { readonly [K in keyof NotesRoute]?: NotesRoute[K] | undefined },
): NotesRoute {
  return withoutNothing({ ...route, ...part, screen: 'notes' });
}

function withoutNothing(route: { readonly [K in keyof NotesRoute]: NotesRoute[K] | undefined }): NotesRoute {
  return Object.fromEntries(Object.entries(route).filter(([, value]) => value)) as unknown as NotesRoute;
}
