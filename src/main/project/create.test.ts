import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { verifyProject } from '../services/verify'
import { DyingFiles } from '../store/testing/dying-files'
import { filesIn } from '../store/testing/files-in'
import { createProject } from './create'
import { openProject } from './open'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-create-'))
  folder = join(home, 'project')
})

afterEach(() => rm(home, { recursive: true, force: true }))

describe('a new project', () => {
  it('tells git to leave its line ends alone, and so does one that was made before', async () => {
    await createProject(folder, 'Test', coder)
    expect(await readFile(join(folder, '.gitattributes'), 'utf8')).toBe('* -text\n')
    await rm(join(folder, '.gitattributes'))
    const opened = await openProject(folder)
    if (opened.ok) await opened.value.close()
    expect(await readFile(join(folder, '.gitattributes'), 'utf8')).toBe('* -text\n')
  })

  it('can be made again where its making was cut short, at whichever file', async () => {
    await createProject(folder, 'Test', coder)
    const whole = await filesIn(folder)
    for (let count = 0; count < whole.length; count++) {
      const partial = join(home, `partial-${count}`)
      await cp(folder, partial, { recursive: true })
      for (const name of whole.slice(count)) await rm(join(partial, name))
      await writeFile(join(partial, '.unfinished'), '')
      await writeFile(join(partial, 'project.json.7.tmp'), '{"form')
      const made = await createProject(partial, 'Again', coder)
      expect(made.ok, `after ${count} files`).toBe(true)
      const opened = await openProject(partial)
      if (!opened.ok) throw new Error(opened.error.message)
      expect(opened.value.state.info.name).toBe('Again')
      await opened.value.close()
      expect((await verifyProject(partial)).problems).toEqual([])
      expect(await readdir(partial)).not.toContain('.unfinished')
    }
  })

  it('that a process dies in the making of is whole, or can be made again, at whichever call to the disk', async () => {
    const rehearsal = new DyingFiles()
    await createProject(join(home, 'rehearsal'), 'Test', coder, { files: rehearsal })
    expect(rehearsal.calls.length).toBeGreaterThan(40)
    for (let at = 0; at < rehearsal.calls.length; at++) {
      const partial = join(home, `dead-${at}`)
      const made = await createProject(partial, 'Test', coder, { files: new DyingFiles(at, at % 2 === 0) })
      expect(made.ok, `call ${at}`).toBe(false)
      const opened = await openProject(partial)
      if (opened.ok) await opened.value.close()
      else expect((await createProject(partial, 'Again', coder)).ok, `call ${at}: again`).toBe(true)
      expect((await verifyProject(partial)).problems, `call ${at}`).toEqual([])
    }
  })

  it('whose making was cut short says so when it is opened', async () => {
    await mkdir(join(folder, 'journal'), { recursive: true })
    await writeFile(join(folder, '.unfinished'), '')
    const opened = await openProject(folder)
    expect(!opened.ok && opened.error.key).toBe('projectUnfinished')
  })

  it('never takes the place of one that was used, even where a mark of its making stands in it', async () => {
    await createProject(folder, 'Test', coder)
    const opened = await openProject(folder)
    if (!opened.ok) throw new Error(opened.error.message)
    await opened.value.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
    await opened.value.close()
    await writeFile(join(folder, '.unfinished'), '')
    await rm(join(folder, 'checkpoint.json'))
    const made = await createProject(folder, 'Other', coder)
    expect(!made.ok && made.error.key).toBe('folderNotEmpty')
    const again = await openProject(folder)
    expect(again.ok && Object.keys(again.value.state.themes)).toEqual(['t1'])
    if (again.ok) await again.value.close()
    expect(await readdir(folder)).not.toContain('.unfinished')
  })

  it.each([['x'.repeat(400)], ['']])('is refused a name that it could not be opened with', async (name) => {
    const made = await createProject(folder, name, coder)
    expect(!made.ok && made.error.key).toBe('changeUnfit')
    expect(await readdir(home)).toEqual([])
  })

  it('goes into a folder that the system has put its own file into', async () => {
    await mkdir(folder)
    await writeFile(join(folder, '.DS_Store'), 'x')
    expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
  })
})
