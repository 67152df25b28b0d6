/** What can go wrong: what happened, what was kept, what to do. */
export const enErrors = {
  recordMissing: 'There is no {{what}} in this project (any more). Nothing was changed.',
  recordExists: 'There is already a {{what}} in this project. Nothing was changed.',
  themeUnderItself: 'A theme cannot be moved under itself.',
  themeHasChildren: 'This theme still has themes under it. Move or remove them first.',
  themeInUse: 'This theme is still used by annotations.',
  workInUse: 'This work still has versions.',
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
    '{{folder}} is open in another Variorum (process {{pid}} on {{host}}). Close it there first. If that computer is gone for good, delete the file {{file}} in the folder.',
  projectUnreadable: '{{folder}} could not be opened: {{reason}}. Nothing in it was changed.',
  tornLineCut:
    'The last write before a crash was not complete; {{bytes}} bytes of an unacknowledged change were cut off. Nothing that was saved is lost.',
  journalLineDamaged: 'A line of the journal is damaged ({{place}}) and was passed over.',
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
  themePathEmpty: 'A theme needs a name.',
  fileMissing: '{{name}} is not there.',
  fileUnreadable: '{{name}} could not be read: {{reason}}',
  fileEmpty: '{{name}} is empty.',
  fileBinary: '{{name}} is not a text: it holds bytes that no text has.',
  fileWithoutText: '{{name}} holds no text, only white space or markup.',
  fileTooLarge: '{{name}} is {{size}} MB large; a text may have {{most}} MB. Split it, and import the parts.',
  fileTooSlow: '{{name}} took longer than {{seconds}} seconds to read and was given up.',
  fileTooHeavy: '{{name}} needed too much memory to read and was given up.',
  fileTwice: '{{name}} has the same bytes as another file of this import.',
  fileChanged: '{{name}} was changed after it was read. Nothing was imported; import it again.',
  fileUnsupported:
    '{{name}} cannot be imported: {{extension}} files are not read. Text (.txt), Markdown (.md) and web pages (.html) are.',
  folderWithoutFiles: 'There are no files in the folder {{name}}.',
  importCancelled: 'The import was cancelled. Nothing was imported.',
  exportFailed: '{{file}} could not be written: {{reason}}. Nothing was exported.',
  noProject: 'No project is open.',
  badRequest: 'The request was refused: {{reason}}'
} as const
