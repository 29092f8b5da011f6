import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { DeskOutput } from '#contract/commands.ts';
import type { DerivedArticle } from '#contract/derivation.ts';
import type { CommandDescription } from '../command.ts';
import { CommandFailure, EXIT } from '../failure.ts';
import { refusalSentence, say } from '../sentences.ts';
import { pathFrom } from '../surroundings.ts';

export const deskCommand: CommandDescription = {
  name: 'desk',
  summary: ['separate a raw newspaper page into its articles', '把报纸原始版面拆成各篇文章'],
  schema: DeskOutput,
  shape(command, words) {
    command
      .argument('<page>', words('a text file; no archive is needed', '文本文件；不需要档案'))
      .option(
        '--page',
        words('separate it even when it does not look like a newspaper page', '即使不像报纸版面，也按版面拆分'),
      );
  },
  async run({ surroundings, args: [path = ''], options, json, print }) {
    const file = pathFrom(surroundings, path);
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailure(error.code === 'ENOENT' ? 'NO_SUCH_FILE' : 'UNREADABLE_FILE', file, { cause: error });
    });
    const [{ readFileDocument }, { separate }, { looksLikePage }, { printedDerivation }] = await Promise.all([
      import('#archive/intake/read-file.ts'),
      import('#archive/desk/separate.ts'),
      import('#archive/desk/sniff.ts'),
      import('#archive/desk/printed.ts'),
    ]);
    try {
      const document = await readFileDocument(bytes, basename(file), looksLikePage);
      // A novel, a log or a single story stays one document, as it does when it is imported; `page` says which it was.
      const isText = document.mediaType === 'text/plain' && document.textOf === 'file';
      const isPage = document.page || (isText && options.page === true);
      const derivation = isPage ? separate(document.text) : document.derivation;
      if (json) {
        print({
          schema: 'jianbao.desk/1',
          path,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          encoding: document.encoding,
          characters: document.text.length,
          page: document.page,
          ...printedDerivation(derivation),
        });
      } else surroundings.out(derivation.articles.map(readable).join('\n\n――――――――\n\n'));
      if (document.notices.includes('text_too_long')) {
        const { length } = document.text;
        surroundings.err(
          `${path}: ${say(surroundings.language, `too long, only its first ${length} characters were read`, `过长，只读了前 ${length} 个字符`)}`,
        );
      }
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof IntakeRefusal)) throw error;
      surroundings.err(`${path}: ${refusalSentence(surroundings.language, error.reason)}`);
      return EXIT.failed;
    }
  },
};

function readable({ title, blocks }: DerivedArticle): string {
  const rest = blocks.filter((block, index) => index > 0 || block.role !== 'title' || block.text !== title);
  const lines = rest.map(({ role, text, openEnd }) => {
    const mark = { title: '# ', subtitle: '# ', subhead: '## ', caption: '[图] ', photo_credit: '[图] ' }[
      role as string
    ];
    return `${mark ?? (role === 'paragraph' ? '\u3000\u3000' : '')}${text}${openEnd ? ' ⋯' : ''}`;
  });
  return [title, ...lines].filter((line) => line !== '').join('\n');
}
