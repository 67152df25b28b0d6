import { enCoding } from './en-coding'
import { enCommands } from './en-commands'
import { enErrors } from './en-errors'
import { enImporting } from './en-importing'
import { enKeeping } from './en-keeping'
import { enReading } from './en-reading'

/** The English catalogue. Its shape is the type of every other language's. */
export const en = {
  errors: enErrors,
  ...enCommands,
  ...enKeeping,
  ...enReading,
  ...enCoding,
  ...enImporting,
  citation: {
    paragraph: '¶ {{n}}',
    paragraphSentence: '¶ {{n}}, sentence {{s}}',
    page: 'p. {{n}}',
    heading: 'heading',
    unnumbered: 'outside the numbered paragraphs',
    undated: 'n.d.',
    earlier: 'earlier state of the text, {{date}}'
  },
  excerpt: {
    title: 'Excerpts',
    sentence: 'Sentence',
    themes: 'Themes',
    memo: 'Memo',
    quality: 'Wording',
    leftOut: 'left out'
  },
  rendering: {
    source: 'Source',
    official: 'Official translation',
    unofficial: 'Unofficial translation',
    machine: 'Machine translation',
    unknown: 'Not known'
  },
  place: {
    library: 'Library',
    annotations: 'Annotations',
    themes: 'Themes',
    search: 'Search',
    memos: 'Memos',
    reader: 'Reader',
    compare: 'Compare'
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    help: 'Help',
    recent: 'Open recent',
    quit: 'Quit',
    close: 'Close window'
  },
  native: {
    leave: 'Open this address in your browser?',
    openInBrowser: 'Open in the browser',
    texts: 'Texts',
    file: '{{kind}} file'
  },
  common: {
    cancel: 'Cancel',
    close: 'Close',
    discardQuestion: 'Close without saving? What you changed here will be lost.',
    keepEditing: 'Keep editing',
    discard: 'Discard',
    save: 'Save',
    delete: 'Delete',
    edit: 'Edit',
    add: 'Add',
    create: 'Create',
    open: 'Open',
    all: 'All',
    none: 'None',
    saved: 'Saved',
    notSaved: 'Not saved',
    saving: 'Saving…',
    readOnly: 'Read only',
    more: 'More actions',
    undo: 'Undo',
    loading: 'Opening…',
    name: 'Name',
    colour: 'Colour',
    filter: 'Filter',
    untitled: 'Untitled',
    skip: 'Skip to the text'
  },
  shell: {
    texts: 'Texts',
    themes: 'Themes',
    textCount_one: '{{count}} text',
    textCount_other: '{{count}} texts',
    places: 'Places',
    dropHere: 'Drop files or folders to import them',
    undone: 'Undone: {{what}}',
    redone: 'Redone: {{what}}',
    undo: 'Undo',
    redo: 'Redo',
    importOf_one: 'import of {{count}} text',
    importOf_other: 'import of {{count}} texts',
    sizeNow: '{{percent}} %',
    words_one: '{{count}} word',
    words_other: '{{count}} words',
    highlights_one: '{{count}} highlight',
    highlights_other: '{{count}} highlights',
    problemTitle: 'Changes cannot be saved at the moment',
    noticesTitle: 'Something needs your attention',
    crashTitle: 'This part of the window stopped working',
    crashText:
      'Your work is safe: every change was written to disk when it was made. Reload this window to go on.',
    reload: 'Reload'
  },
  start: {
    title: 'Variorum',
    lead: 'A close-reading desk for texts and their translations.',
    recent: 'Recent projects',
    noRecent: 'Projects that you open are listed here.',
    sample: 'Open the sample corpus',
    newProject: 'New project',
    name: 'Name',
    choosePlace: 'Choose where…',
    placeHint: 'A folder of this name is made in the place you choose.',
    newName: 'Name of the new project',
    chooseFolder: 'Choose a folder…'
  },
  library: {
    empty: 'There are no texts in this project yet.',
    emptyHint:
      'Drop files or a folder on this window, or choose them. Text, Word, PDF, e-books, web pages, tables and more are read.',
    noMatch: 'No text fits this filter.',
    title: 'Title',
    published: 'Published',
    event: 'Event',
    language: 'Language',
    publisher: 'Publisher',
    rendering: 'Kind',
    words: 'Words',
    annotations: 'Highlights',
    filter: 'Filter the texts',
    selected_one: '{{count}} text selected',
    selected_other: '{{count}} texts selected',
    gather: 'Gather as versions…',
    release: 'Take out of its work',
    compare: 'Compare',
    workTitle: 'Title of the work',
    deleteTitle: 'Delete “{{title}}”?',
    deleteTextAlone: 'The text is removed from the project. You can undo this.',
    deleteText_one: 'The text is removed from the project with its one highlight. You can undo this.',
    deleteText_other:
      'The text is removed from the project with its {{count}} highlights. You can undo this.',
    versions_one: '{{count}} version',
    versions_other: '{{count}} versions',
    select: 'Select {{title}}'
  },
  metadata: {
    heading: 'Metadata',
    title: 'Title',
    language: 'Language',
    rendering: 'Kind of text',
    published: 'Published',
    event: 'Date of the event',
    author: 'Author',
    publisher: 'Publisher or site',
    source: 'Source or address',
    credit: 'Photo credit',
    notes: 'Notes',
    work: 'Version of',
    noWork: '– a text on its own –',
    attributes: 'Attributes',
    newAttribute: 'New attribute',
    anotherWork: 'and of another work…',
    dateHint: 'Year, year-month or year-month-day',
    dateWrong: 'Write a date as 2018, 2018-12 or 2018-12-05.',
    titleWrong: 'A text needs a title.',
    languageWrong: 'Write a language as a code: en, fr, zh-Hans.'
  },
  search: {
    label: 'Search all texts',
    placeholder: 'Words or a phrase',
    hint: 'Case, width and quotation marks make no difference. Furniture is left out.',
    furniture: 'Search furniture too',
    nothing: 'Nothing found for “{{query}}”.',
    hits_one: '{{count}} hit in {{texts}}',
    hits_other: '{{count}} hits in {{texts}}',
    first: 'The first {{count}} are shown.',
    results: 'Hits'
  },
  compare: {
    versions: 'Versions',
    base: 'base',
    makeBase: 'Make {{title}} the base',
    leftOut: 'left out',
    row: 'Row {{n}} of {{total}}',
    sure: 'aligned {{percent}} % sure',
    confidence: 'Confidence of the links: {{percent}} %',
    needTwo: 'Choose at least two versions.',
    empty: 'This work has only one version so far.',
    emptyHint: 'Import another rendering, or gather texts as versions in the library.',
    show: 'Show {{title}}',
    table: 'Versions side by side',
    view: 'View',
    rows: 'Rows',
    running: 'Running text',
    differencesFrom: 'Differences from',
    noDifferences: 'none',
    exportHeading: 'Export the comparison',
    exportAs: {
      html: 'Web page',
      docx: 'Word document',
      csv: 'Table (CSV)',
      xlsx: 'Table (Excel)',
      tmx: 'Translation memory (TMX)',
      xml: 'Edition (TEI)'
    },
    whereTheyPart: 'Where they part',
    all: 'All rows',
    figures: 'Figures that disagree',
    names: 'Names that disagree',
    leftOutRows: 'Left out',
    addedRows: 'Added',
    reworded: 'Reworded',
    moved: 'Moved',
    doubtful: 'Doubtful links',
    byHand: 'Corrected by hand',
    sieve: {
      figures: 'Figures',
      names: 'Names',
      leftOutRows: 'Left out',
      addedRows: 'Added',
      reworded: 'Reworded',
      moved: 'Moved',
      doubtful: 'Doubtful',
      byHand: 'By hand'
    },
    bySize: 'Furthest apart first',
    nothingFits: 'No row is like that.',
    added: 'not in the base',
    movedHint: 'Stands elsewhere in its text; the link crosses others.',
    handHint: 'Made or accepted by hand',
    unlike:
      '“{{title}}” does not look like a version of the same text: {{percent}} % of the sentences answer each other.',
    dragSentence: 'Move the sentence to another row',
    picked: 'Picked up: {{text}}',
    doubtfulCount_one: '{{count}} doubtful link',
    doubtfulCount_other: '{{count}} doubtful links',
    handCount: '{{count}} corrected by hand',
    difference: {
      added: 'only here',
      'left-out': 'left out by another version',
      substituted: 'other words',
      moved: 'stands elsewhere in the sentence',
      figure: 'This figure disagrees',
      name: 'This name disagrees'
    },
    openInReader: 'Open in the reader'
  },
  export: {
    heading: 'Export excerpts',
    format: 'Format',
    md: 'Markdown',
    html: 'Web page',
    csv: 'Table (CSV)',
    preview: 'Preview',
    save: 'Save as…',
    saved: 'Saved to {{file}}',
    which: 'Which',
    allAnnotations: 'All annotations',
    empty: 'There is nothing to export: no annotation fits.',
    count_one: '{{count}} excerpt',
    count_other: '{{count}} excerpts',
    cut: 'The preview shows the beginning only.'
  },
  coder: {
    heading: 'Who is coding?',
    lead: 'New annotations carry this name.',
    new: 'Another coder',
    current: 'coding now'
  },
  about: {
    heading: 'About Variorum',
    version: 'Version {{version}}, Electron {{electron}}',
    licence:
      'Variorum is free software under the MIT licence. It works offline: it makes no network request.',
    notices: 'Third-party licences'
  },
  engine: {
    unsupported:
      'Electron {{running}} runs instead of {{wanted}}. Its browser engine gets no security fixes any more.',
    older: 'Electron {{running}} runs instead of {{wanted}}. Its browser engine is an older one.',
    fetched: 'Where there is a network, npm start fetches the newer one for the next start.',
    packaged: 'A newer build of Variorum brings the newer one.',
    dismiss: 'Hide until the next start'
  },
  palette: { label: 'All commands', placeholder: 'Type a command…', none: 'No command fits.' }
} as const

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widen<T[K]> }
/** What a language has to say: the same keys, other words. */
export type Catalogue = Widen<typeof en>
export type ErrorKey = keyof typeof enErrors
