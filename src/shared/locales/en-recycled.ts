/** Passages that stand nearly alike in several texts. */
export const enRecycled = {
  recycled: {
    empty: 'What stands in several texts',
    emptyHint:
      'Sentences and paragraphs that stand nearly alike in several texts, though they are no versions of one work: what one bulletin took from another. Boilerplate and sentences of fewer than eight words are passed over.',
    find: 'Look for recycled text',
    again: 'Look again',
    finding: 'Looking through the texts: {{percent}} %',
    cancel: 'Cancel',
    none: 'No passage stands in several texts.',
    outdated: 'The texts have changed since.',
    list: 'Recycled passages',
    all_one: '{{count}} passage',
    all_other: '{{count}} passages',
    told: 'the first {{shown}} of {{count}}',
    between: '{{later}} after {{earlier}}',
    everything: 'Show all',
    texts_one: 'in {{count}} text',
    texts_other: 'in {{count}} texts',
    first: 'first',
    undated: 'no date',
    alike: '{{percent}} % alike',
    same: 'the same words',
    gone: 'This text is another by now.',
    open: 'Open the passage',
    tick: 'Code this one too',
    code_one: 'Code {{count}} passage…',
    code_other: 'Code {{count}} passages…',
    coded_one: '{{count}} passage was coded',
    coded_other: '{{count}} passages were coded',
    already: 'All of them had this theme.',
    places: 'Where it stands',
    more: '{{count}} more places are not shown.',
    key: 'Against the first: words put for others and added are marked; what is left out is struck through.',
    matrix: 'Who repeats whom',
    matrixHint:
      'Each number: passages that a publisher’s later texts share with the first text that has them. Which text was the model is not said by that: both may follow a third.',
    matrixUndated_one: '{{count}} repeat is not counted: its text has no date, or the date of the first.',
    matrixUndated_other:
      '{{count}} repeats are not counted: their texts have no date, or the date of the first.',
    later: 'repeats',
    earlier: 'what stood first in',
    untitled: 'no publisher'
  }
}
