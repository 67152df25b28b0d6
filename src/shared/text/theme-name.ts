/**
 * What a theme's name is told by: names that differ by capitals, widths, composed and decomposed letters or the kind and
 * number of spaces are one name.
 */
export function themeNameKey(name: string): string {
  return tidyThemeName(name).normalize('NFKC').toLowerCase()
}

/** A name as it is kept: one line, no spaces at its ends, letters composed. */
export function tidyThemeName(name: string): string {
  return name
    .replace(/[\s\u0085\u200b\ufeff]+/g, ' ')
    .trim()
    .normalize('NFC')
}
