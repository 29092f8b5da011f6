/** What a spreadsheet takes for a formula at the beginning of a cell, in full width too; a tab and a line end may lead to one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Rows as a table that spreadsheets open: UTF-8 with its byte-order mark, RFC 4180. A cell that would be run as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection) begins with an apostrophe instead.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
