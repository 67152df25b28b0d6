import { enCoding } from './en-coding'
import { enCommands } from './en-commands'
import { enConcordance } from './en-concordance'
import { enDesk } from './en-desk'
import { enErrors } from './en-errors'
import { enExport } from './en-export'
import { enFormulae } from './en-formulae'
import { enImporting } from './en-importing'
import { enLibrary } from './en-library'
import { enKeeping } from './en-maintenance'
import { enQuotations } from './en-quotations'
import { enReading } from './en-reading'
import { enRecycled } from './en-recycled'
import { enWalk } from './en-walk'

/** The English catalogue. Its shape is the type of every other language's. */
export const en = {
  errors: enErrors,
  ...enCommands,
  ...enKeeping,
  ...enReading,
  ...enFormulae,
  ...enRecycled,
  ...enQuotations,
  ...enExport,
  ...enCoding,
  ...enImporting,
  library: enLibrary,
  walk: enWalk,
  ...enConcordance,
  ...enDesk,
  citation: {
    paragraph: '¶ {{n}}',
    paragraphSentence: '¶ {{n}}, sentence {{s}}',
    page: 'p. {{n}}',
    heading: 'heading',
    unnumbered: 'outside the numbered paragraphs',
    undated: 'n.d.',
    earlier: 'earlier state of the text, {{date}}'
  },
  citing: {
    style: 'Citation style',
    openStyle: 'Open a style (.csl)…',
    opened: '“{{name}}” can be chosen now.',
    reads: 'How it is cited',
    entry: 'In the bibliography'
  },
  excerpt: {
    title: 'Excerpts',
    sentence: 'Sentence',
    themes: 'Themes',
    memo: 'Memo',
    quality: 'Wording',
    leftOut: 'left out'
  },
  chosen: {
    formulae: 'All formulae of the register',
    quality: 'What is found in the wording of “{{title}}”',
    all: 'All passages',
    themes: 'Passages with {{names}}',
    unthemed: 'Passages without a theme',
    some: 'Passages',
    documents: 'in {{names}}',
    more: '{{names}} and {{n}} more',
    coders: 'by {{names}}',
    text: 'with the words “{{text}}”',
    memo: 'with a memo',
    marked: 'marked as {{names}}',
    unmarked: 'not marked as {{names}}',
    coded: 'coded in another version too',
    notCoded: 'not coded in another version',
    picked: '{{n}} of them picked by hand',
    doubtful: 'doubtful passages left out',
    concordance: 'Concordance of {{query}}',
    furniture: 'boilerplate left out',
    noThemes: 'Without a theme',
    work: 'Versions side by side: {{names}}',
    codebook: 'All themes of the codebook',
    document: 'One text with its highlights',
    project: 'The whole project'
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
    concordance: 'Concordance',
    memos: 'Memos',
    reader: 'Reader',
    compare: 'Compare',
    export: 'Export',
    quotations: 'Quotations',
    formulae: 'Formulae',
    recycled: 'Recycled text'
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
    styles: 'Citation styles',
    manuscripts: 'Manuscripts',
    registers: 'Registers of formulae',
    file: '{{kind}} file',
    bundles: 'Project bundles'
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
    gone: { text: 'This text is not in the project.', work: 'This work is not in the project.' },
    goneHint: 'What was undone comes back with {{key}}.',
    texts: 'Texts',
    themes: 'Themes',
    themeCounts: 'Highlights with this theme · with this one or those below it',
    themeUses: 'Highlights with this theme · with this one and those below it, each theme counted',
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
  /** Fields of bibliographic records, by their names in CSL. */
  csl: {
    type: 'Kind of publication',
    author: 'Author',
    editor: 'Editor',
    translator: 'Translator',
    'original-author': 'Author of the original',
    'original-title': 'Original title',
    'original-date': 'Date of the original',
    'original-publisher': 'Publisher of the original',
    'container-title': 'Journal, site or book',
    'collection-title': 'Series',
    'publisher-place': 'Place',
    genre: 'Genre',
    edition: 'Edition',
    volume: 'Volume',
    issue: 'Issue',
    number: 'Number',
    page: 'Pages',
    archive: 'Archive',
    archive_location: 'Shelf mark',
    DOI: 'DOI',
    ISBN: 'ISBN',
    ISSN: 'ISSN',
    URL: 'Address (URL)',
    accessed: 'Accessed'
  },
  metadata: {
    heading: 'Metadata',
    title: 'Title',
    language: 'Language',
    rendering: 'Kind of text',
    published: 'Published',
    event: 'Date of the event',
    publisher: 'Publisher or site',
    source: 'Source or address',
    credit: 'Photo credit',
    notes: 'Notes',
    work: 'Work',
    noWork: 'none',
    attributes: 'Attributes',
    newAttribute: 'New attribute',
    attributeType: 'Type of {{name}}',
    attributeTypes: {
      text: 'Text',
      number: 'Number',
      date: 'Date',
      truth: 'Yes or no',
      choice: 'One of a list'
    },
    attributeChoices: 'Values of {{name}}, one a line',
    attributeUnfit: 'This is no value of its type.',
    yes: 'Yes',
    no: 'No',
    proposed: 'proposed',
    confirmHint: 'The app proposed this. Press to confirm it. What is only proposed is not cited.',
    record: 'For the citation',
    namesHint: 'Family name, given name; next name',
    anotherWork: 'and of another work…',
    dateHint: 'YYYY, YYYY-MM or YYYY-MM-DD',
    dateWrong: 'Write a date as 2018, 2018-12 or 2018-12-05.',
    titleWrong: 'A text needs a title.',
    languageWrong: 'Write a language as a code: en, fr, zh-Hans.'
  },
  search: {
    furniture: 'Search boilerplate too',
    nothing: 'Nothing found for “{{query}}”.'
  },
  compare: {
    versions: 'Versions',
    base: 'base',
    makeBase: 'Make {{title}} the base',
    leftOut: 'left out',
    row: 'Row {{n}} of {{total}}',
    sure: 'Alignment confidence {{percent}} %',
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
    whereTheyPart: 'Differences',
    all: 'All rows',
    figures: 'Figures that disagree',
    names: 'Names that disagree',
    leftOutRows: 'Left out',
    addedRows: 'Added',
    reworded: 'Reworded',
    moved: 'Moved',
    doubtful: 'Doubtful links',
    byHand: 'Corrected by hand',
    rowFilter: {
      figures: 'Figures',
      names: 'Names',
      leftOutRows: 'Left out',
      addedRows: 'Added',
      reworded: 'Reworded',
      moved: 'Moved',
      doubtful: 'Doubtful',
      byHand: 'By hand'
    },
    bySize: 'Most different first',
    nothingFits: 'No rows match.',
    added: 'only here',
    movedHint: 'Stands elsewhere in its text; the link crosses others.',
    handHint: 'Made or accepted by hand',
    unlike:
      '“{{title}}” does not look like a version of the same text: {{percent}} % of the sentences match.',
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
  palette: {
    label: 'All commands',
    placeholder: 'Command, text or theme…',
    none: 'No such command.',
    text: 'Text',
    theme: 'Theme'
  }
} as const

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widen<T[K]> }
/** What a language has to say: the same keys, other words. */
export type Catalogue = Widen<typeof en>
export type ErrorKey = keyof typeof enErrors
