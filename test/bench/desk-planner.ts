import { separate } from '../../electron/archive/desk/separate.ts';
import { plan } from '../archive/desk/edit/planner.ts';
import { faults, truthOf } from '../archive/desk/edit/truth.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';

/**
 * How many commands a scrambled page is away from the truth, for someone who knows it:
 * `node test/bench/desk-planner.ts [pages] [first seed]`.
 */
const [count = 300, first = 1] = process.argv.slice(2).map(Number);
const articles = readArticles();
const kinds = new Map<string, number>();
const lengths: number[] = [];
let unreached = 0;
for (let seed = first; seed < first + count; seed++) {
  const scrambled = scramblePage(seed, articles);
  const derivation = separate(scrambled.raw);
  const truth = truthOf(scrambled, derivation);
  const { commands, page } = plan(derivation, truth);
  if (faults(page, truth).length > 0) unreached++;
  for (const { kind } of commands) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  lengths.push(commands.length);
}
lengths.sort((a, b) => a - b);
const within = lengths.filter((length) => length <= 10).length;
const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
console.log(
  `${count} pages from seed ${first}: ${((100 * within) / count).toFixed(1)} % within 10 commands; median ${at(0.5)}, 8 of 10 within ${at(0.8)}, most ${at(1)}; ${unreached} not reached.`,
);
console.log(
  [...kinds]
    .toSorted((a, b) => b[1] - a[1])
    .map(([kind, times]) => `${kind} ${(times / count).toFixed(2)}`)
    .join(', '),
);
