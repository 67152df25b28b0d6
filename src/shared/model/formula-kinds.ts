/** What a formula is. Windows need these too, and have no zod. */
export const formulaKinds = [
  'slogan',
  'number',
  'institution',
  'office',
  'programme',
  'place',
  'person',
  'document'
] as const

export const renderingStatuses = ['accepted', 'proposed', 'rejected'] as const

/** How one formula stands to another. */
export const formulaLinkKinds = ['partOf', 'replaces', 'parallels'] as const

/** Lengths in UTF-16 code units, and how many of each there may be. */
export const formulaLimits = { phrase: 300, pinyin: 1000, forms: 20, members: 100, links: 100 } as const
