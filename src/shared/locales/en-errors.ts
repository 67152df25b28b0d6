/** What can go wrong: what happened, what was kept, what to do. */
export const enErrors = {
  recordMissing: 'There is no {{what}} in this project (any more). Nothing was changed.',
  recordExists: 'There is already a {{what}} in this project. Nothing was changed.',
  themeUnderItself: 'A theme cannot be moved under itself.',
  themeHasChildren: 'This theme still has themes under it. Move or remove them first.',
  themeInUse: 'This theme is still used by annotations.',
  workInUse: 'This work still has versions.',
  themeSpokenOf: 'This theme is in a group, or a memo is about it.',
  documentHasMemos: 'There are memos about this document.',
  themesNotMerged: 'These themes cannot be merged: one of them is gone, or they are one.',
  patternTooSlow: 'The pattern took too long on this text. Try a simpler one.',
  patternWrong: 'This is not a pattern that can be searched for: {{reason}}',
  documentInUse: 'This document still has annotations.',
  coderInUse: 'This coder has annotations, so the name stays with them.',
  notAVersion: 'Only versions of one work can be compared.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  changeNotSaved:
    'The change could not be written to {{folder}} and was not made: {{reason}}. All earlier changes are safe. Free some space or check the disk, then try again.',
  folderNotWritable:
    '{{folder}} cannot be written to: {{reason}}. Nothing was changed. Choose another folder, or change its permissions.',
  folderNotEmpty: '{{folder}} is not empty. A new project needs a folder of its own; nothing was written.',
  folderMissing:
    '{{folder}} is not there. It may have been moved, renamed or be on a drive that is not connected.',
  notAProject: '{{folder}} is not a Variorum project: it has no project.json.',
  projectNewer:
    '{{folder}} was made by a newer version of Variorum. It was left untouched; update Variorum to open it.',
  projectInUse:
    '{{folder}} is open in another Variorum (process {{pid}} on {{host}}). Close it there first, or open it here for reading.',
  projectHeld:
    '{{folder}} is held by a Variorum on {{host}} (process {{pid}}), which gave its last sign of life {{minutes}} minutes ago. Close it there first, or open it here for reading. If it will not come back, take the project over.',
  projectTakenOver:
    '{{folder}} is no longer this window’s: another Variorum has taken it over, or its lock was removed. Nothing more is written from here. Close the project and open it again.',
  projectGone:
    '{{folder}} cannot be reached: its drive or network may have been disconnected. Changes cannot be made until it is back; all earlier changes are safe.',
  projectReadOnly: '{{folder}} is open for reading only: changes are not possible.',
  projectFolderReadOnly:
    '{{folder}} cannot be written to ({{reason}}). It can be opened for reading; to change it, move it or change its permissions.',
  projectOlder:
    '{{folder}} was made by an older version of Variorum and has to be brought up to date first: open it in the app for writing, or run “variorum repair”.',
  historyDamaged: 'Change {{seq}} cannot be read in the journal, so history ends there. Nothing was changed.',
  projectUnreadable: '{{folder}} could not be opened: {{reason}}. Nothing in it was changed.',
  tornLineCut:
    'The last write before a crash was not complete; {{bytes}} bytes of an unacknowledged change were cut off. Nothing that was saved is lost.',
  journalLineDamaged: 'A line of the journal is damaged ({{place}}) and was passed over.',
  journalShort:
    'The journal ends at change {{last}}, but the project holds changes up to {{seq}}. They are kept; they can no longer be undone one by one.',
  journalGap:
    'The journal lacks the changes {{from}} to {{to}}. What they made is kept; they cannot be undone.',
  checkpointMissing: 'checkpoint.json was missing. Everything was read afresh; nothing is lost.',
  checkpointDamaged:
    'checkpoint.json was damaged ({{reason}}). Everything was read afresh; the damaged file is {{place}}.',
  snapshotIncomplete:
    '{{name}} was damaged ({{reason}}), and journal and backups do not hold all of it. What they hold was brought back; the damaged file is {{place}}.',
  snapshotStale: '{{name}} is not the file that the checkpoint names.',
  snapshotDamaged: '{{name}} is damaged: {{reason}}',
  proposalStale: 'The passage “{{quote}}” ({{id}}) is proposed for a revision that is not the current one.',
  themeOrder: 'The themes under “{{name}}” do not stand in an order without gaps.',
  fileRestored: '{{name}} was brought back from a backup.',
  fileNotRestored: '{{name}} could not be brought back: no backup holds it whole.',
  journalRestored:
    'The journal was put together again; {{count}} of its changes came from a backup. The old files are in damaged/.',
  strayFile: '{{name}} does not belong to this project. It is left alone.',
  backupFailed: 'No backup of {{folder}} could be made: {{reason}}. The project itself is not affected.',
  backupDamaged: 'The backup {{name}} is damaged: {{reason}}',
  backupSame: 'The project is already as it was in this backup. Nothing was changed.',
  backupMissing: 'There is no backup {{name}}.',
  textUnreadable: '{{name}} cannot be read: {{reason}}',
  snapshotRebuilt:
    '{{name}} was damaged ({{reason}}). It was rebuilt from the journal; the damaged file is {{place}}.',
  replayFailed: 'Change {{seq}} of the journal could not be replayed: {{reason}}',
  textDamaged: '{{name}} does not fit its checksum: the text cannot be trusted and is not shown.',
  textMissing: '{{name}} is missing or cannot be read.',
  originalMissing: 'The imported file {{name}} of “{{title}}” is missing from the project.',
  originalDamaged: 'The imported file {{name}} of “{{title}}” is no longer what was imported.',
  quoteDiffers: 'The passage “{{quote}}” ({{id}}) does not stand where its annotation says.',
  documentMissing: 'There is no document “{{name}}” in this project.',
  documentAmbiguous: '“{{name}}” fits several documents: {{ids}}. Name one by its id.',
  quoteMissing: '“{{quote}}” does not stand in this document. Nothing was annotated.',
  quoteAmbiguous:
    '“{{quote}}” stands {{count}} times in this document ({{places}}). Say which with --nth; nothing was annotated.',
  quoteNthMissing: '“{{quote}}” stands only {{count}} times in this document; there is no number {{nth}}.',
  themePathEmpty: 'In “{{path}}” a theme has no name. Nothing was changed.',
  themeNameTooLong:
    'The theme “{{name}}” has a name of {{length}} characters; it may have {{most}}. Nothing was changed.',
  memoTooLong: 'The memo has {{length}} characters; it may have {{most}}. Nothing was changed.',
  projectNameUnfit:
    'A project needs a name of 1 to {{most}} characters; this one has {{length}}. Nothing was made.',
  fileMissing: '{{name}} is not there.',
  fileUnreadable: '{{name}} could not be read: {{reason}}',
  fileEmpty: '{{name}} is empty.',
  fileBinary: '{{name}} is not a text: it holds bytes that no text has.',
  fileWithoutText: '{{name}} holds no text, only white space or markup.',
  fileTooLarge: '{{name}} is {{size}} MB large; a text may have {{most}} MB. Split it, and import the parts.',
  fileScanned: '{{name}} is a scan: its pages are pictures without text.',
  fileLocked: '{{name}} is encrypted or protected by a password.',
  archiveDangerous: '{{name}} was not opened: it would unpack to too much, or to places outside itself.',
  archivesTooMuch:
    '{{name}} was not opened: with the archives around it, it would unpack to too much for one import. Unpack it yourself, and import what you need.',
  archiveTooDeep: '{{name}} was not opened: it lies within {{most}} other archives or more.',
  archiveWithoutRoom:
    '{{name}} was not opened: there is too little room for it on the disk of temporary files. Free some space, then try again.',
  fileTooSlow: '{{name}} took longer than {{seconds}} seconds to read and was given up.',
  fileTooHeavy: '{{name}} needed too much memory to read and was given up.',
  fileTwice: '{{name}} has the same bytes as another file of this import.',
  fileUnfit: '{{name}} was not imported: a project cannot hold what it says ({{reason}}).',
  fileChanged: '{{name}} was changed after it was read. Nothing was imported; import it again.',
  fileUnsupported:
    '{{name}} cannot be imported: {{extension}} files are not read. Text, Markdown, web pages, Word, OpenDocument, RTF, PDF, EPUB, tables, TMX, TEI and subtitles are.',
  folderWithoutFiles: 'There are no files in the folder {{name}}.',
  folderTooDeep: 'The folder {{name}} lies within more than {{most}} others: it is not looked into.',
  filesLeftOut: '{{count}} more files are left out: {{most}} can be imported at once.',
  importCancelled: 'The import was cancelled. Nothing was imported.',
  exportFailed: '{{file}} could not be written: {{reason}}. Nothing was exported.',
  noProject: 'No project is open.',
  badSelector: 'Line {{line}} is not a selector: a JSON object with exact, prefix, suffix, start and end.',
  textUnchanged: 'The text of “{{title}}” is the same as before. Nothing was changed.',
  documentChanged: '“{{title}}” was changed meanwhile. Nothing was changed; try again.',
  blockMissing: 'There is no such paragraph in this text.',
  blockEmpty: 'A paragraph cannot be left empty. Nothing was changed.',
  badRequest: 'The request was refused: {{reason}}'
} as const
