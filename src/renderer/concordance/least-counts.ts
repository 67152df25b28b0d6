/** How often a word has to stand for its figures to be shown. */
export const leastCounts: readonly number[] = [1, 2, 3, 5, 10, 20]
