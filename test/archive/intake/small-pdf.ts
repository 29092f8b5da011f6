/** A PDF of the given objects, numbered from 1; the first is its catalogue. Bytes are Latin-1. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

export interface SmallPage {
  /** What draws it. */
  readonly content?: string;
  readonly size?: string;
  /** Of its dictionary. */
  readonly more?: string;
  /** Of the catalogue. */
  readonly catalogue?: string;
  readonly trailer?: string;
  readonly font?: string;
  readonly objects?: readonly string[];
}

export const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
/** Chinese by name alone: its bytes are GBK, its table comes with the reader. */
export const GBK = (encoding = 'GBK-EUC-H') =>
  `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>`;

/** One page of 200 by 300 points, whose font is /F. */
export function pageOf({
  content = '',
  size = '200 300',
  more = '',
  catalogue = '',
  trailer = '',
  font = HELVETICA,
  objects = [],
}: SmallPage) {
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size}]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R${more}>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
      font,
      ...objects,
    ],
    trailer,
  );
}

/** Pages of 200 by 300 points, each with lines of its own. */
export function pagesOf(count: number, contentOf: (page: number) => string): Uint8Array {
  const page = (at: number) => {
    const content = contentOf(at);
    return [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * at} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ];
  };
  const numbers = Array.from({ length: count }, (_, at) => at);
  const kids = numbers.map((at) => `${4 + 2 * at} 0 R`).join(' ');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${kids}]>>`,
    HELVETICA,
    ...numbers.flatMap(page),
  ]);
}
