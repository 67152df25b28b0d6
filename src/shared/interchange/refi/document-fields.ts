/** Fields of a text that other programs know as variables of it, by the names of these. */
export const documentFields = ['language', 'published', 'publisher', 'source'] as const
export type DocumentField = (typeof documentFields)[number]

export function isDocumentField(name: string): name is DocumentField {
  return documentFields.some((each) => each === name)
}
