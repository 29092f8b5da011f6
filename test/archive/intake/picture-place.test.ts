import { describe, expect, test } from 'vitest';
import { openPicturePlaces, type PicturedSource } from '#archive/intake/picture-place.ts';
import type { PictureName } from '#archive/store/positions.ts';
import type { SourceId } from '#contract/ids.ts';

/** `path` or `path > name of the first picture, name of the second`; as many pages as names, or as said. */
function sourcesOf(...said: readonly string[]): PicturedSource[] {
  return said.map((one) => {
    const [path = '', names = '-'] = one.split(' > ');
    const pages = names
      .split(', ')
      .map((name, at): PictureName => ({ name: name === '-' ? null : name, number: at + 1 }));
    return { source: path as SourceId, path, names: () => pages };
  });
}
const find = (picture: string, known: readonly PicturedSource[], own: readonly PicturedSource[] = known) => {
  const place = openPicturePlaces(known, own)(picture);
  return place && `${place.source}#${place.page}`;
};

describe('a picture is of', () => {
  test.each([
    ['its namesake in the same folder', 'a/p1.png', ['a/p1.xml', 'b/p1.xml'], 'a/p1.xml#0'],
    [
      'its namesake in the folder beside it',
      'issue/img/0001.jpg',
      ['issue/alto/0001.alto.xml'],
      'issue/alto/0001.alto.xml#0',
    ],
    ['its namesake in the folder below', 'issue/0001.jpg', ['issue/alto/0001.xml'], 'issue/alto/0001.xml#0'],
    [
      'its namesake when it comes without its folders',
      'nanpu-0517-3.jpg',
      ['issue/nanpu-0517-3.xml'],
      'issue/nanpu-0517-3.xml#0',
    ],
    [
      'the page that names it, whatever the case and the ending',
      'img/BIB_7.PNG',
      ['alto/x_alto.xml > file:///d/bib_7.tif'],
      'alto/x_alto.xml#0',
    ],
    ['the second page that names it', 'x-b.png', ['x.xml > x-a.png, x-b.png'], 'x.xml#1'],
    ['the page with its number', 'issue-0002.jpg', ['issue.xml > -, -, -'], 'issue.xml#1'],
    ['the page with its number, written otherwise', 'issue (3).jpg', ['issue.xml > -, -, -'], 'issue.xml#2'],
    ['the page with its number, of what the file names', 'scan_p02.jpg', ['alto.xml > scan.tif, -'], 'alto.xml#1'],
  ])('%s', (_rule, picture, sources, place) => {
    expect(find(picture, sourcesOf(...sources))).toBe(place);
  });

  test('no page when two are as near, when the number is of none, and when nothing has its name', () => {
    expect(find('nanpu-page-1.png', sourcesOf('a/nanpu-page-1.xml', 'b/nanpu-page-1.xml'))).toBeUndefined();
    expect(find('x/img/p1.png', sourcesOf('x/alto/p1.xml', 'x/ocr/p1.xml'))).toBeUndefined();
    expect(find('issue-4.jpg', sourcesOf('issue.xml > -, -, -'))).toBeUndefined();
    expect(find('issue-0.jpg', sourcesOf('issue.xml > -'))).toBeUndefined();
    expect(find('other.jpg', sourcesOf('issue.xml > -'))).toBeUndefined();
    // Another day or paper has a first page too.
    expect(find('p1.png', sourcesOf('day2/p1.xml'))).toBeUndefined();
    expect(find('day1/nanpu-page-1.png', sourcesOf('day2/nanpu-page-1.xml'))).toBeUndefined();
    expect(find('day1/p1.png', sourcesOf('day2/p1.xml'))).toBeUndefined();
    expect(find('day1/img/p1.png', sourcesOf('day2/alto/p1.xml'))).toBeUndefined();
  });
});
