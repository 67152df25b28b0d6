/** Where a quotation stands: in the text of this hash, from and to (UTF-16 code units of its canonical text). */
export interface EvidenceQuote {
  readonly id: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** What the manifest of an evidence bundle says: each file with its length and SHA-256. */
export interface EvidenceManifest {
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
}

export const manifestPath = 'manifest.json'
export const excerptsPath = 'excerpts.json'

/** The words of the page that checks. `{n}` and `{of}` stand for figures. */
export interface EvidenceWords {
  readonly embedded: string
  readonly dropped: string
  readonly allWell: string
  readonly notWell: string
  readonly quotesStand: string
  readonly filesSound: string
  readonly fingerprint: string
  readonly unreadable: string
  readonly noBundle: string
  readonly states: Readonly<Record<'sound' | 'altered' | 'missing' | 'unknown' | 'stands' | 'noText', string>>
}

/** What lies in the page itself: the very contents of some of the files, as text. */
export interface EmbeddedEvidence {
  readonly words: EvidenceWords
  readonly manifest: string
  readonly files: Readonly<Record<string, string>>
}
