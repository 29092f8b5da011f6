import { expect, test } from 'vitest';
import { rangeOf } from '../../../renderer/src/features/search/chosen-times.ts';

const months = ['2022-11', '2022-12', '2023-01', '2023-02'].map((value) => ({ value }));
const years = ['2021', '2022', '2023'].map((value) => ({ value }));
const none = { from: undefined, to: undefined, before: undefined };

test.each([
  ['nothing asked', months, {}, [0, 3]],
  ['a year', months, { from: '2022', to: '2022' }, [0, 1]],
  ['a month', months, { from: '2022-12', to: '2023-01' }, [1, 2]],
  ['before a month', months, { before: '2023-01' }, [0, 1]],
  ['before a day within a month', months, { before: '2023-01-15' }, [0, 2]],
  ['before a year', months, { before: '2023' }, [0, 1]],
  ['before a month, by years', years, { before: '2022-06' }, [0, 1]],
  ['before a year, by years', years, { from: '2021', before: '2022' }, [0, 0]],
  ['before all there is', months, { before: '2020' }, [0, 0]],
  ['before a time after all', years, { to: '2022', before: '2030' }, [0, 1]],
])('%s', (_, times, days, range) => {
  expect(rangeOf(times, { ...none, ...days })).toEqual(range);
});
