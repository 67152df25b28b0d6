import { enCoding } from './en-coding'
import { enCommands } from './en-commands'
import { enComparing } from './en-comparing'
import { enConcordance } from './en-concordance'
import { enDesk } from './en-desk'
import { enErrors } from './en-errors'
import { enExport } from './en-export'
import { enFormulae } from './en-formulae'
import { enImporting } from './en-importing'
import { enLibrary } from './en-library'
import { enKeeping } from './en-maintenance'
import { enMetadata } from './en-metadata'
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
  ...enComparing,
  ...enMetadata,
  chosen: {
    formulae: 'All formulae of the register',
    quality: 'Findings in the wording of “{{title}}”',
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
    goneHint: 'Press {{key}} to redo what was undone.',
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
    placeHint: 'The app makes a folder of this name in the place you choose.',
    newName: 'Name of the new project',
    chooseFolder: 'Choose a folder…'
  },
  /** Fields of bibliographic records, by their names in CSL. */
  search: {
    furniture: 'Search boilerplate too',
    nothing: 'Nothing found for “{{query}}”.'
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
      'Electron {{running}} runs instead of {{wanted}}. Its browser engine no longer gets security fixes.',
    older: 'Electron {{running}} runs instead of {{wanted}}. Its browser engine is an older one.',
    fetched: 'With a network, npm start fetches the newer one for the next start.',
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
