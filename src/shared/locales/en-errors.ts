/** What can go wrong: what happened, what was kept, what to do. */
export const enErrors = {
  textChanged:
    'This text was changed while you were writing. Nothing was written over, and what you typed is kept. Look at both.',
  recordMissing: 'There is no {{what}} in this project (any more). Nothing was changed.',
  basisChanged:
    'The project kept changing while this was being worked out, perhaps in another window. Nothing was changed; try again.',
  alignmentChanged: 'The alignment has been changed in the meantime. Nothing was changed; try again.',
  annotationsChanged:
    'The highlights of “{{title}}” keep changing while its text is being replaced. Nothing was changed; try again.',
  annotationChanged:
    'That highlight was changed in the meantime. Nothing was changed; look at it and try again.',
  annotationGone: 'That highlight no longer exists. Nothing was changed.',
  coderGone: 'That coder no longer exists. Nothing was changed.',
  documentGone: 'That text no longer exists. Nothing was changed.',
  groupGone: 'That group of themes no longer exists. Nothing was changed.',
  linkGone: 'That alignment no longer exists. Nothing was changed.',
  memoGone: 'That memo no longer exists. Nothing was changed.',
  queryGone: 'That saved query no longer exists. Nothing was changed.',
  formulaGone: 'That formula no longer exists. Nothing was changed.',
  renderingGone: 'That rendering no longer exists. Nothing was changed.',
  candidateGone: 'That phrase is not among the dismissed ones any more. Nothing was changed.',
  formulaLinked: '“{{name}}” names this formula among its links. Nothing was changed.',
  renderingDecided: '“{{words}}” was decided on in the meantime. Nothing was changed; look at it again.',
  revisionGone: 'That state of the text no longer exists. Nothing was changed.',
  codingGone: 'That theme is no longer on the highlight. Nothing was changed.',
  themeGone: 'That theme no longer exists. Nothing was changed.',
  workGone: 'That work no longer exists. Nothing was changed.',
  recordExists: 'This is in the project already. Nothing was changed.',
  themeUnderItself: 'A theme cannot be moved under itself.',
  themeHasChildren: 'This theme still has themes under it. Move or remove them first.',
  themeNameTaken: 'A theme beside this one is called “{{name}}”. To make one of the two, merge them.',
  themeInUse: 'This theme is still used by annotations.',
  workInUse: 'This work still has versions.',
  themeSpokenOf: 'This theme is in a group, or a memo is about it.',
  documentHasMemos: 'There are memos about this document.',
  themesNotMerged: 'These themes cannot be merged: one of them is gone, or they are one.',
  styleNotXml: 'This file cannot be read as a citation style: it is not XML in UTF-8. Nothing was kept.',
  styleNotCsl: 'This file is not a citation style (CSL). Nothing was kept.',
  styleDependent:
    'This style has no rules of its own: it follows “{{name}}”. Open the file of that style instead. Nothing was kept.',
  styleTooLarge: 'This file is too large for a citation style. Nothing was kept.',
  styleEndless: 'This style has no end: its macros use each other over and over. Nothing was kept.',
  styleMissing: 'The citation style “{{name}}” is no longer there. Choose another, or open its file again.',
  styleUnreadable: 'The file of the citation style could not be read: {{reason}}. Nothing was kept.',
  concordanceGone: 'This concordance is no longer open. Search again.',
  patternTooSlow: 'The pattern took too long on this text. Try a simpler one.',
  patternWrong: 'This is not a pattern that can be searched for: {{reason}}',
  documentInUse: 'This document still has annotations.',
  coderInUse: 'This coder has annotations, so the name stays with them.',
  notAVersion: 'Only versions of one work can be compared.',
  printNeedsWindow:
    'A PDF can only be made where the app itself runs. Export a web page instead, and print it from a browser.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  changedMeanwhile:
    'The project was changed meanwhile, perhaps in another window. Look at the history again; nothing more was done.',
  stateSame: 'The project is in this state already.',
  changeNotSaved:
    'The change could not be written to {{folder}} and was not made: {{reason}}. All earlier changes are safe. Free some space or check the disk, then try again.',
  diskFull:
    'There is no room in {{folder}}: the disk is full. Nothing was changed. Free some space, then try again.',
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
  lockUnknown:
    '{{folder}} has a file or folder .lock that is not Variorum’s. It was left alone. Move it away to open the project for writing, or open it for reading.',
  projectTakenOver:
    '{{folder}} is no longer this window’s: another Variorum has taken it over, or its lock was removed. Nothing more is written from here. Close the project and open it again.',
  projectGone:
    '{{folder}} cannot be reached: its drive or network may have been disconnected. Changes cannot be made until it is back; all earlier changes had been saved.',
  projectReadOnly: '{{folder}} is open for reading only: changes are not possible.',
  projectFolderReadOnly:
    '{{folder}} cannot be written to ({{reason}}). It can be opened for reading; to change it, move it or change its permissions.',
  projectOlder:
    '{{folder}} was made by an older version of Variorum and has to be brought up to date first: open it in the app for writing, or run “variorum repair”.',
  projectUnfinished:
    'The making of a project in {{folder}} was cut short, and nothing is in it yet. Make it again in the same folder.',
  historyDamaged: 'Change {{seq}} cannot be read in the journal, so history ends there. Nothing was changed.',
  projectUnreadable:
    '{{folder}} could not be opened: {{reason}}. Nothing in it was deleted. Files that were found damaged may have been moved into its folder damaged/.',
  tornLineCut:
    'The journal ended in an incomplete write of {{bytes}} bytes, as after a crash or a power failure. It was cut off; a copy is {{place}}. A change that was being saved at that moment may be missing.',
  journalLineDamaged: 'A line of the journal is damaged ({{place}}) and was passed over.',
  journalEndCut:
    'The end of the journal ({{bytes}} bytes) could not be read and was cut off; a copy is {{place}}. Changes that were only there, if any, are missing. Repair looks for them in the backups.',
  journalEndTorn: 'The journal ends in {{bytes}} bytes that cannot be read. They were passed over.',
  strayFiles:
    '{{names}}: not files of this project, perhaps copies that another program made of a conflict ({{count}} in all). They were not read and are left alone.',
  projectFolderLinked:
    '{{name}} in this project is a link or a file, not a folder. The app would read and write somewhere else, so the project was not opened. Nothing was changed.',
  projectChangedElsewhere:
    'Another program has written to the journal of {{folder}}. Nothing more is written from here, and nothing was cut. Close the project and open it again.',
  changeUnfit: 'This change cannot be kept as it is: {{what}} ({{reason}}). Nothing was changed.',
  snapshotsNotWritten:
    'The snapshot files of this project have not been written for some time: {{reason}}. Every change is in the journal. Opening takes longer until they can be written again.',
  journalShort:
    'The journal ends at change {{last}}, but the project holds changes up to {{seq}}. They are kept; they can no longer be undone one by one.',
  journalGap:
    'The journal lacks the changes {{from}} to {{to}}. They cannot be undone. What they made is there as far as the snapshot files or a backup hold it.',
  checkpointMissing: 'checkpoint.json was missing. Everything was read afresh.',
  checkpointDamaged:
    'checkpoint.json was damaged ({{reason}}). Everything was read afresh; the damaged file is {{place}}.',
  snapshotIncomplete:
    '{{name}} was damaged ({{reason}}), and journal and backups do not hold all of it. What they hold was brought back; the damaged file is {{place}}.',
  snapshotStale: '{{name}} is not the file that the checkpoint names.',
  snapshotDamaged: '{{name}} is damaged: {{reason}}',
  proposalStale: 'The passage “{{quote}}” ({{id}}) is proposed for a revision that is not the current one.',
  themeOrder: 'The themes under “{{name}}” are not in an order without gaps.',
  fileRestored: '{{name}} was brought back from a backup.',
  fileNotRestored: '{{name}} could not be brought back: no backup holds it whole.',
  journalRestored:
    'The journal was put together again; {{count}} of its changes came from a backup. The old files are in damaged/.',
  backupFailed: 'No backup of {{folder}} could be made: {{reason}}. The project itself is not affected.',
  backupDamaged: 'The backup {{name}} is damaged: {{reason}}',
  backupCopyDamaged:
    '{{name}}, a copy among the backups, is damaged. The next backup renews it from the project.',
  backupCopyRenewed: '{{name}}, a damaged copy among the backups, was made again from the project.',
  backupCopySetAside:
    '{{name}}, a damaged copy among the backups, could not be made again. It was moved into the folder damaged/.',
  dailyBackupFailed:
    'The daily backup could not be made: {{reason}}. It is tried again every hour. The project itself is not affected.',
  outsideBackupFailed:
    'The backup could not be copied to {{folder}}: {{reason}}. The next backup tries again and catches up.',
  outsideBackupLate:
    'The last backup outside the project, in {{folder}}, is {{days}} days old. Connect the drive; the next backup catches up.',
  outsideBackupNone:
    'There is still no backup outside the project, in {{folder}}. Connect the drive, or choose another folder under Backups.',
  backupPlaceGone:
    '{{folder}} cannot be reached, or is no longer the folder that was chosen for backups. Connect the drive, or choose the folder again.',
  backupPlaceInProject:
    '{{folder}} is inside the project {{project}}. Backups outside a project need a folder that is in none; choose another.',
  backupFolderUnknown:
    '{{folder}} holds no backups of Variorum. Choose the folder of one project’s backups, or the folder backups in it.',
  backupFolderSeveral:
    '{{folder}} holds backups of several projects. Choose the folder of one of them: {{names}}.',
  backupNotRestored:
    'No project could be made from {{folder}}: {{reason}}. The backups were left as they are.',
  restoreInProject:
    '{{folder}} is inside {{project}}. Choose a new, empty folder elsewhere for the project that is brought back.',
  bundleMissing: '{{file}} is not there.',
  notABundle: '{{file}} is not a project bundle of Variorum.',
  bundleTooLarge: '{{file}} is larger than a bundle can be (1 GB).',
  bundleNewer: '{{file}} was made by a newer version of Variorum. Update Variorum to open it.',
  bundleDamaged:
    '{{file}} is not as it was written: {{reason}}. Nothing was opened. Ask for the bundle once more.',
  bundleNotOpened: '{{file}} could not be made a project in {{folder}}: {{reason}}',
  bundleKnown:
    'The project {{name}} is in {{folder}} already. Open it there, or make it once more from the bundle, as a separate project.',
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
  quoteDiffers: 'The passage “{{quote}}” ({{id}}) is not where its annotation says.',
  documentMissing: 'There is no document “{{name}}” in this project.',
  documentAmbiguous: '“{{name}}” fits several documents: {{ids}}. Name one by its id.',
  quoteMissing: '“{{quote}}” is not in this document. Nothing was annotated.',
  quoteAmbiguous:
    '“{{quote}}” occurs {{count}} times in this document ({{places}}). Say which with --nth; nothing was annotated.',
  quoteNthMissing: '“{{quote}}” occurs only {{count}} times in this document; there is no number {{nth}}.',
  themePathEmpty: 'In “{{path}}” a theme has no name. Nothing was changed.',
  themeNameTooLong:
    'The theme “{{name}}” has a name of {{length}} characters; it may have {{most}}. Nothing was changed.',
  memoTooLong: 'The memo has {{length}} characters; it may have {{most}}. Nothing was changed.',
  projectNameUnfit:
    'A project needs a name of 1 to {{most}} characters; this one has {{length}}. Nothing was made.',
  fileMissing: '{{name}} is not there.',
  fileEntityUnknown:
    '{{name}} uses the entity {{entity}} and does not define it. Nothing outside a file is read.',
  fileUnfolds: '{{name}} holds entities that would unfold to too much.',
  registerEmpty: '“{{name}}” holds no formula.',
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
  archiveTooDeep: '{{name}} was not opened: it is inside {{most}} other archives or more.',
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
  folderTooDeep: 'The folder {{name}} is inside more than {{most}} others. It was not read.',
  filesLeftOut: '{{count}} more files are left out: {{most}} can be imported at once.',
  importCancelled: 'The import was cancelled. Nothing was imported.',
  exportReadOnly: '{{file}} may not be written to. Choose another name or folder. Nothing was exported.',
  exportIsFolder: '{{file}} is a folder. Choose another name. Nothing was exported.',
  exportFolderThere: '{{file}} is there already. Choose a name for a new folder. Nothing was exported.',
  exportDiskFull: 'There is no room for {{file}}: the disk is full. Nothing was exported.',
  exportOpen:
    '{{file}} is open in another program. Close it there, or choose another name. Nothing was exported.',
  exportNoFolder: 'The folder {{folder}} is not there. {{file}} was not written.',
  styleUnusable: 'The citation style {{name}} cannot be used: {{reason}}.',
  copyTooMany: '{{count}} excerpts are too many for the clipboard: {{most}} at most. Export them to a file.',
  exportUnderWay: '{{file}} is being exported already. Wait until it is there, or choose another name.',
  exportNoFormat: 'There is no format “{{format}}”.',
  exportFailed: '{{file}} could not be written: {{reason}}. Nothing was exported.',
  noProject: 'No project is open.',
  badSelector: 'Line {{line}} is not a selector: a JSON object with exact, prefix, suffix, start and end.',
  textUnchanged: 'The text of “{{title}}” is the same as before. Nothing was changed.',
  documentChanged: '“{{title}}” was changed meanwhile. Nothing was changed; try again.',
  importReadAgain: '{{name}} was read in another way meanwhile. Nothing was imported; look at it again.',
  importCommitting: 'These texts are being brought in already.',
  themeMoved: '“{{name}}” was moved elsewhere meanwhile. Nothing was changed; look where it is now.',
  factsChanged:
    'The metadata of “{{title}}” was changed in another window. What you entered is still here: look at it and save again.',
  blockMissing: 'There is no such paragraph in this text.',
  blockEmpty: 'A paragraph cannot be left empty. Nothing was changed.',
  noManuscript:
    '“{{name}}” is not a manuscript that can be checked. Word, OpenDocument, Markdown, plain text, RTF and web pages can.',
  manuscriptWithoutText: 'There is no text in it.',
  quotationsGone: 'The checked quotations are no longer there. Check the manuscript again.',
  cancelled: 'It was cancelled.',
  badRequest: 'The request was refused: {{reason}}'
} as const
