/**
 * What a spreadsheet may take for the beginning of a formula or a command (OWASP, CSV injection): the signs themselves,
 * their full-width forms, and white space before which some programs begin a new cell; after any number of apostrophes,
 * so that one that was put before can be told from those that were there.
 */
export const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A cell as it was before an apostrophe was put before what begins like a formula. Others are left alone. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell
}
