import { parseAddress } from '#contract/addresses.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { archive, Failure } from '../api/index.ts';
import { i18next } from '../strings/index.ts';
import { notify } from '../ui/index.ts';
import { failureText } from './failure-text.ts';
import { formatRoute, type LibraryRoute, type Place } from './route.ts';
import { go } from './use-route.ts';

interface Target {
  readonly article?: ArticleId;
  readonly highlight?: AnnotationId | null;
}

/** Opens what an address `jianbao://` names; one that leads nowhere here says so in a sentence. */
export async function openAddress(text: string): Promise<void> {
  const address = parseAddress(text.trim());
  if (!address) {
    refuse(new Failure('NOT_FOUND'));
    return;
  }
  try {
    const target = await archive.links.resolve(address);
    show('all', target);
    if (target.moved) notify({ text: i18next.t(`link.${target.moved}`, { ns: 'app' }) });
  } catch (error) {
    refuse(error);
  }
}

/** What an article became that is not there any more; undefined where nothing has its text. */
export async function followArticle(id: ArticleId): Promise<ArticleId | undefined> {
  try {
    const { article, moved } = await archive.links.resolve({ archive: null, kind: 'article', id });
    if (article === id) return undefined;
    if (moved) notify({ text: i18next.t(`link.${moved}`, { ns: 'app' }) });
    return article;
  } catch (error) {
    if (error instanceof Failure && (error.code === 'NOT_FOUND' || error.code === 'TRASHED')) return undefined;
    throw error;
  }
}

function show(at: 'all' | 'trash', { article, highlight }: Target): void {
  const place: Place = { at };
  const route: LibraryRoute = {
    screen: 'library',
    place,
    ...(article && { article }),
    ...(highlight && { note: highlight }),
  };
  if (formatRoute(route) !== location.hash) {
    go(route);
    return;
  }
  // The same link again: one has scrolled away from its passage and comes back to it.
  go({ screen: 'library', place, ...(article && { article }) }, 'replace');
  requestAnimationFrame(() => go(route, 'replace'));
}

const REFUSALS = ['OTHER_ARCHIVE', 'NOT_FOUND', 'AMBIGUOUS', 'TRASHED', 'REMOVED'] as const;

function refuse(error: unknown): void {
  const { code, data } = error instanceof Failure ? error : new Failure('INTERNAL_SERVER_ERROR');
  const t = i18next.getFixedT(null, 'app', 'link');
  const target = (data ?? {}) as Target;
  const refusal = REFUSALS.find((known) => known === code);
  const ways = {
    TRASHED: { text: t('openTrashed'), run: () => show('trash', target) },
    REMOVED: { text: t('openArticle'), run: () => show('all', target) },
  };
  notify({
    text: refusal ? t(refusal) : failureText(error),
    isFailure: true,
    ...((code === 'TRASHED' || code === 'REMOVED') && { action: ways[code] }),
  });
}
