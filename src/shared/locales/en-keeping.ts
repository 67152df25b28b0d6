/** Opening, verifying, history, backups, and correcting a text. */
export const enKeeping = {
  opening: {
    heading: 'The project was not opened',
    read: 'Open for reading',
    takeOver: 'Take it over',
    repair: 'Repair it',
    progress: '{{done}} of {{total}}',
    tryAgain: 'Try again',
    reopen: 'Open again',
    readOnly: 'This project is open for reading only. Nothing in it can be changed from here.'
  },
  verify: {
    heading: 'Verify the project',
    fine: '{{documents}} and {{annotations}} were read back. Everything is as it should be.',
    problems_one: 'One thing is not as it should be:',
    problems_other: '{{count}} things are not as they should be:',
    repair: 'Repair',
    repaired: 'This was mended:',
    left_one: 'One thing could not be mended:',
    left_other: '{{count}} things could not be mended:',
    allMended: 'Everything else is as it should be.',
    repairHint:
      'Damaged files are set aside, never thrown away; what they held is brought back from the journal and the backups.'
  },
  history: {
    heading: 'History of changes',
    lead: 'Every change is kept, also those that were undone. Going back and restoring a state can be undone.',
    now: 'Now',
    goTo: 'Go back to here',
    goOn: 'Redo to here',
    restore: 'Restore this state',
    restored: 'The state is restored. This can be undone.',
    undone: 'undone',
    parts: '{{count}} changes',
    more: 'Show older changes'
  },
  backups: {
    heading: 'Backups',
    lead: 'A backup is made every day, and before anything risky; each is read back and checked. Restoring one is a change like any other: it can be undone.',
    make: 'Back up now',
    made: 'Backed up and checked.',
    none: 'There is no backup yet.',
    compare: 'Compare with now…',
    restore: 'Restore',
    restored: 'Restored. This can be undone.',
    same: 'The project is as it was in this backup.',
    lead2: 'Restoring this backup would make these changes:',
    andMore: 'and {{count}} more',
    change: { added: 'brings back', removed: 'removes', changed: 'changes' },
    kind: {
      document: 'text',
      annotation: 'annotation',
      theme: 'theme',
      group: 'group of themes',
      memo: 'memo',
      work: 'work',
      alignment: 'alignment',
      project: 'project'
    },
    reason: {
      daily: 'daily',
      asked: 'on demand',
      migration: 'before an upgrade',
      repair: 'before a repair',
      restore: 'before a restore'
    }
  },
  revise: {
    correct: 'Correct paragraph {{n}}',
    correctPlain: 'Correct the paragraph',
    correctLead:
      'The text gets a new state; the one before stays readable. Highlights are found again in it.',
    paragraph: 'Paragraph',
    done: 'Corrected.',
    doneOpen_one: 'Corrected. One passage waits to be settled.',
    doneOpen_other: 'Corrected. {{count}} passages wait to be settled.',
    reimport: 'Import a better file',
    reimportLead:
      '“{{name}}” would take the place of this text. {{added}} paragraphs are new, {{removed}} are gone.',
    fate: 'The highlights of this text:',
    exact: 'found as they were',
    fuzzy: 'found, a little changed',
    confirm: 'probably found: you will be shown old beside new',
    orphan: 'not found: they wait in the tray with their old context',
    take: 'Take the new text',
    revisions: 'Earlier states of the text',
    current: 'current',
    reason: {
      import: 'imported',
      correction: 'corrected',
      reimport: 'better file',
      quoted: 'as quoted elsewhere'
    },
    readEarlier: 'The text of {{date}}',
    kept_one: 'One annotation still belongs to this state.',
    kept_other: '{{count}} annotations still belong to this state.',
    tray: 'To settle',
    trayLead_one: 'One passage was not found for sure in this text.',
    trayLead_other: '{{count}} passages were not found for sure in this text.',
    was: 'Was',
    now: 'Now?',
    accept: 'It is here',
    refuse: 'Not here',
    orphaned: 'Not found. Select where it stands now, then place it.',
    place: 'Place at the selection',
    remove: 'Delete',
    sure: '{{percent}} % alike',
    unsettled: 'waits to be settled'
  }
} as const
