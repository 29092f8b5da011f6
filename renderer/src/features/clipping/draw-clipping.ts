import type { Article } from '#contract/articles.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { i18next, type Language } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { setLines } from './set-lines.ts';

export interface Clipping {
  readonly article: Pick<Article, 'title' | 'publication' | 'date' | 'page' | 'section' | 'language'>;
  readonly words: string;
  readonly citation: string;
}

/** A column of print, twice as fine as a screen; as fine as one where the picture would be more than one message. */
const WIDTH = 720;
const EDGE = 56;
const SCALE = 2;
/** Chromium draws no canvas that is higher; a longer passage ends with an ellipsis. */
const MOST_LINES = 200;

/** Sets a passage in type on paper: the paper's name, day and page above it, where it is from below it. A PNG. */
export async function drawClipping({ article, words, citation }: Clipping): Promise<Blob> {
  const isChinese = (article.language ?? textLanguage(words)).startsWith('zh');
  const colours = paperColours();
  const serif = colours(isChinese ? '--serif-han' : '--serif-latin');
  const font = (size: number, weight = 400) => `${weight} ${size}px ${serif}, serif`;
  const measure = new OffscreenCanvas(1, 1).getContext('2d');
  if (!measure) throw new Error('no canvas');
  const room = WIDTH - 2 * EDGE;
  const set = (text: string, size: number, indent = '', weight = 400) => {
    measure.font = font(size, weight);
    return setLines(text, room, (part) => measure.measureText(part).width, indent);
  };

  const head = mastheadOf(article, isChinese ? 'zh-Hans' : 'en');
  const heading = article.title.replace(/\s+/g, ' ');
  // Who cuts from the headline on has it in the words.
  const title = words.replace(/\s+/g, ' ').startsWith(heading) ? [] : set(heading, 27, '', 600);
  const all = words.split('\n').flatMap((line) => set(line, 21, isChinese ? '　　' : ''));
  const body = all.length > MOST_LINES ? [...all.slice(0, MOST_LINES - 1), '……'] : all;
  const foot = set(citation, 14);
  const [bodyLine, titleLine, footLine] = [39, 38, 22];
  const height =
    EDGE + 30 + 26 + title.length * titleLine + 14 + body.length * bodyLine + 30 + foot.length * footLine + EDGE - 8;

  const canvas = new OffscreenCanvas(WIDTH * SCALE, Math.ceil(height) * SCALE);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colours('--paper');
  pen.fillRect(0, 0, WIDTH, height);
  pen.strokeStyle = colours('--rule');
  pen.strokeRect(12.5, 12.5, WIDTH - 25, Math.ceil(height) - 25);
  pen.textBaseline = 'alphabetic';

  let y = EDGE + 18;
  pen.fillStyle = colours('--seal');
  pen.fillRect(EDGE, y - 14, 5, 17);
  pen.fillStyle = colours('--ink');
  pen.font = font(20, 600);
  pen.fillText(head.name, EDGE + 15, y);
  pen.fillStyle = colours('--muted-ink');
  pen.font = font(15);
  pen.textAlign = 'right';
  pen.fillText(head.rest, WIDTH - EDGE, y);
  pen.textAlign = 'left';
  y += 14;
  rule(pen, y, 2, colours('--ink'));
  rule(pen, y + 4, 0.75, colours('--ink'));
  y += 24;

  const draw = (lines: readonly string[], size: number, line: number, colour: string, weight = 400) => {
    pen.font = font(size, weight);
    pen.fillStyle = colour;
    for (const text of lines) {
      y += line;
      pen.fillText(text, EDGE, y);
    }
  };
  draw(title, 27, titleLine, colours('--ink'), 600);
  y += 14;
  draw(body, 21, bodyLine, colours('--ink'));
  y += 26;
  rule(pen, y, 0.75, colours('--edge'));
  y += 6;
  draw(foot, 14, footLine, colours('--muted-ink'));
  const picture = await canvas.convertToBlob({ type: 'image/png' });
  if (picture.size <= PIECE_BYTES) return picture;
  const coarse = new OffscreenCanvas(WIDTH, Math.ceil(height));
  coarse.getContext('2d')?.drawImage(canvas, 0, 0, coarse.width, coarse.height);
  return coarse.convertToBlob({ type: 'image/png' });
}

function rule(pen: OffscreenCanvasRenderingContext2D, y: number, thickness: number, colour: string): void {
  pen.fillStyle = colour;
  pen.fillRect(EDGE, y, WIDTH - 2 * EDGE, thickness);
}

/** A clipping is paper, whatever the window looks like: the colours of new paper by day. */
function paperColours(): (name: string) => string {
  const paper = document.createElement('div');
  paper.dataset.clipping = '';
  document.body.append(paper);
  const style = getComputedStyle(paper);
  const values = new Map(
    ['--paper', '--ink', '--muted-ink', '--rule', '--edge', '--seal', '--serif-han', '--serif-latin'].map((name) => [
      name,
      style.getPropertyValue(name).trim(),
    ]),
  );
  paper.remove();
  return (name) => values.get(name) ?? '';
}

/** Paper on the left; day, page and section on the right. Without a paper the program's own name. */
function mastheadOf({ publication, date, page, section }: Clipping['article'], language: Language) {
  const t = i18next.getFixedT(language, 'reader');
  const rest = [date && formatEdtf(date.edtf, language), page && t('meta.page', { page }), section];
  return {
    name: publication ?? i18next.getFixedT(language, 'app')('name'),
    rest: rest.filter((part) => part).join('　'),
  };
}
