/** What is wrong with the wording of a passage, apart from what it says: so that retrieval can leave it out. */
export const qualityMarks = ['doubtful', 'calque', 'omission', 'wrongNumber', 'garbledName'] as const
