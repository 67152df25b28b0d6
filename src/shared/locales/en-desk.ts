/** The desk around the texts: help, first steps, menus. */
export const enDesk = {
  firstSteps: {
    heading: 'First steps',
    lead: 'The first project is a sample: six works in several versions. You can change anything in it. Your own projects are separate.',
    codedBy: 'Coding: {{name}}',
    yourName: 'Your name, for the highlights you make',
    save: 'Save',
    saved: 'Highlights carry the name {{name}} now.',
    newProject: 'Start an empty project…',
    done: 'Hide'
  },
  freshSample: {
    heading: 'Open a fresh sample',
    lead: 'This makes a new copy of the sample. The copies that you have stay as they are.',
    coded: 'With its coding: highlights and memos of two sample coders, a corrected alignment',
    uncoded: 'Texts and themes alone',
    open: 'Open'
  },
  help: {
    heading: 'Help',
    keys: 'Keys',
    guide: 'User guide',
    findKey: 'Find a command',
    findInGuide: 'Find in the guide',
    notInGuide: 'No section has these words.',
    rooms: {
      annotate: 'Highlights',
      select: 'Selecting',
      reader: 'Reading',
      compare: 'Comparison',
      settle: 'Review',
      concordance: 'Concordance',
      codebook: 'Themes',
      app: 'Everywhere'
    }
  },
  menus: {
    openText: 'Open the text',
    annotationsOf: 'Show its annotations',
    metadata: 'Edit metadata…',
    deleteText: 'Delete the text…',
    exportExcerpts: 'Export their excerpts…',
    codebook: 'Open in the codebook'
  },
  /** Why a command of the palette cannot be run. */
  lacks: {
    now: 'Not available here',
    reader: 'Open a text first',
    compare: 'Open a comparison first',
    themes: 'Go to the themes first',
    concordance: 'Go to the concordance first',
    formulae: 'Go to the formulae first',
    quotations: 'Go to the quotations first'
  },
  /** What people type in the palette for a command, besides its name. */
  synonyms: {
    'app.keys': 'help keyboard shortcuts hotkeys',
    'app.guide': 'help manual documentation handbook how to',
    'app.walk': 'tour tutorial introduction example help demo',
    'app.freshSample': 'help example tutorial demo',
    'app.larger': 'zoom in bigger font size',
    'app.smaller': 'zoom out font size',
    'app.actualSize': 'zoom reset 100 % font size',
    'app.appearance': 'dark mode theme colours night',
    'app.language': 'chinese english 中文',
    'app.import': 'add open file load word pdf',
    'app.export': 'save as word pdf csv report download',
    'app.search': 'find concordance KWIC all texts',
    'app.coder': 'user name person author',
    'app.backups': 'restore copy save',
    'app.history': 'log versions changes undo',
    'app.about': 'licence version',
    'annotate.highlight': 'mark colour code underline',
    'annotate.pick': 'tag code label category',
    'annotate.memo': 'note comment annotation',
    'annotate.remove': 'remove erase highlight delete',
    'annotate.copy': 'quote cite reference',
    'annotate.copyWords': 'clipboard',
    'annotate.furniture': 'boilerplate navigation hide',
    'reader.find': 'search',
    'reader.print': 'paper pdf',
    'reader.correct': 'edit text typo change',
    'reader.compare': 'versions side by side align',
    'reader.renderings': 'translations versions'
  }
} as const
