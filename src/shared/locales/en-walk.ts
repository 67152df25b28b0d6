/** The walk through the app, a step a card: two short sentences each. */
export const enWalk = {
  offer: 'Two-minute walk',
  step: 'Step {{n}} of {{total}}',
  next: 'Next',
  back: 'Back',
  leave: 'Leave the walk',
  done: 'Done',
  works: {
    title: 'Works and their versions',
    text: 'A work has the texts that say the same: a source and its translations. Click a title to read it, a work to compare its versions.'
  },
  reading: {
    title: 'Highlights',
    text: 'These words are highlighted. The bars in the margin show their themes, the rail at the right the whole text.'
  },
  card: {
    title: 'Theme, memo, other versions',
    text: 'The card of a highlight has its themes, marks of the translation and a memo. Below it you see what the other versions say there.'
  },
  coding: {
    title: 'Code a passage',
    text: 'Drag over some words, press / and type a theme; Enter makes it. Try it now: Ctrl+Z takes it back.'
  },
  comparing: {
    title: 'Versions side by side',
    text: 'Rows are linked sentences. The tick says that somebody corrected this link; drag a sentence to another row to do so yourself.'
  },
  differences: {
    title: 'Where versions differ',
    text: 'The bar counts the rows with other words, figures or names. Click one to see only those; press l for all signs.'
  },
  annotations: {
    title: 'All highlights',
    text: 'Each is shown in its sentence. Filter and sort them, as cards or as a table. Tick several to change them at once.'
  },
  concordance: {
    title: 'Every place in all texts',
    text: 'A word or a phrase with the words to its left and right. Group the lines by rendering to see how each version says it.'
  },
  export: {
    title: 'Take it away',
    text: 'Word with footnotes, a web page, tables and more. The middle shows the file as it will be.'
  },
  help: {
    title: 'Find your way',
    text: '{{palette}} finds every command. Press ? for the keys of the place you are in, and the guide beside them.'
  }
} as const
