/** Every extension by which a register of formulae can be chosen, without its dot. */
export const registerExtensions = ['json', 'tbx', 'xml', 'csv', 'tsv', 'xlsx'] as const
