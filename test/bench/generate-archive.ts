import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createArchive } from '#archive/archive.ts';
import { TERMS_VERSION, terms } from '#archive/search/terms.ts';
import { closeDatabase, openForWriting } from '#archive/store/database.ts';
import { documentWrites, FILES_PER_COMMIT, type FileToStore, type SourceDocument } from '#archive/store/documents.ts';
import { factWrites } from '#archive/store/facts.ts';
import { hashBytes, originalPath } from '#archive/store/originals.ts';
import { documentOf } from '../archive/temporary-archive.ts';
import { generateParagraphs, generateTitle, makeVocabulary, type Random, seededRandom } from './generate-text.ts';

export interface Generated {
  readonly articles: number;
  readonly seed?: number;
  /** Of each text. */
  readonly characters?: number;
  readonly onProgress?: (done: number) => void;
}

const PUBLICATIONS = [
  '江城日报',
  '滨海晚报',
  '山南时报',
  '中原商报',
  '北岭农报',
  '东港青年报',
  '西泽经济报',
  '南浦周末',
];
const REPORTERS = ['林月', '陈致远', '周小舟', '何望', '苏青', '高云', '罗一鸣', '沈安'];
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 4000;

/** Makes an archive of seeded articles with their originals: the same seed gives the same texts. Nothing is synced on the way. */
export async function generateArchive(dir: string, { articles, seed = 1, characters = 2000, onProgress }: Generated) {
  await createArchive(dir, FIRST_DAY);
  const random = seededRandom(seed);
  const vocabulary = makeVocabulary(random);
  const db = openForWriting(join(dir, 'archive.sqlite'));
  db.pragma('synchronous = OFF');
  factWrites(db).put('terms_version', TERMS_VERSION);
  const documents = documentWrites(db, terms);
  let now = FIRST_DAY;
  for (let done = 0; done < articles; done += FILES_PER_COMMIT) {
    const files: FileToStore[] = [];
    for (let index = done; index < Math.min(articles, done + FILES_PER_COMMIT); index += 1) {
      const title = generateTitle(vocabulary, random);
      const document = plainDocument(title, generateParagraphs(vocabulary, random, characters), random);
      const bytes = Buffer.from(document.text);
      const sha256 = hashBytes(bytes);
      const place = originalPath(dir, sha256);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
      files.push({ sha256, name: `${index}.txt`, path: `generated/${index}.txt`, bytes: bytes.length, document });
    }
    documents.storeFiles(files, 'generator', () => {
      now += 1000;
      return now;
    });
    onProgress?.(done + files.length);
  }
  closeDatabase(db);
}

/** A document as the text importer would make it of a title line and paragraph lines. */
function plainDocument(title: string, paragraphs: readonly string[], random: Random): SourceDocument {
  const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10);
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? null;
  return documentOf([{ title, paragraphs }], {
    byline: `本报记者 ${pick(REPORTERS)}`,
    publication: pick(PUBLICATIONS),
    date: { edtf: day, printed: null, inferred: false },
    language: 'zh',
  });
}
