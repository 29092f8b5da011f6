import { z } from 'zod';

/** One measured number beside what was asked of it. */
export const Figure = z.object({
  what: z.string(),
  value: z.number(),
  unit: z.string(),
  atMost: z.number().optional(),
  atLeast: z.number().optional(),
});
export type Figure = z.infer<typeof Figure>;

/** What a benchmark leaves: the last line of its standard output, as JSON. */
export const BenchResult = z.object({ bench: z.string(), figures: z.array(Figure).min(1) });
export type BenchResult = z.infer<typeof BenchResult>;

/** Prints the result for whoever collects it, after a readable form for whoever watches. */
export function printResult(result: BenchResult): void {
  for (const figure of result.figures) console.error(`${figure.what}: ${say(figure.value)} ${figure.unit}`);
  console.log(JSON.stringify(BenchResult.parse(result)));
}

/** Nearest-rank percentile. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('a percentile of nothing');
  return value;
}

export function isMet({ value, atMost, atLeast }: Figure): boolean {
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}

export function say(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

/** The table that is kept: one row a figure, what was asked beside what was measured. */
export function formatTable(results: readonly BenchResult[], machine: string): string {
  const rows = results.flatMap(({ bench, figures }) =>
    figures.map((figure) => {
      const { what, value, unit, atMost, atLeast } = figure;
      const asked =
        atMost !== undefined ? `≤ ${say(atMost)} ${unit}` : atLeast !== undefined ? `≥ ${say(atLeast)} ${unit}` : '';
      const kept = asked === '' ? '' : isMet(figure) ? 'yes' : '**no**';
      return `| ${bench} | ${what} | ${say(value)} ${unit} | ${asked} | ${kept} |`;
    }),
  );
  return [
    '# Measured by `npm run bench`',
    '',
    machine,
    '',
    '| bench | what | measured | asked | kept |',
    '|---|---|---:|---:|---|',
    ...rows,
    '',
  ].join('\n');
}
