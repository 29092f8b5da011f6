/** What a spreadsheet takes for a formula at the beginning of a cell, in full width too; a tab and a line end may lead to one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
/** `-3.1%`: a sign before nothing but a number is no formula, and stays what was printed. */
const NUMBER = /^[+\-＋－]\p{Nd}[\p{Nd},，]*(?:[.．]\p{Nd}+)?[%％‰]?$/u;

export type Cell = string | number;

/** First in the file, so that spreadsheets take it for UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Rows as a table that spreadsheets open: UTF-8 with its byte-order mark, RFC 4180. A cell that would be run as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection) begins with an apostrophe instead.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}

/** One row of it, with its line end. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(toCell).join(',')}\r\n`;
}

function toCell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
