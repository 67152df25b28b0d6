import { writeSync } from 'node:fs'
import { openSample } from '../../project/testing/sample-project'
import { repairProject } from '../../services/repair'
import { verifyProject } from '../../services/verify'
import { PassingFiles } from './passing-files'
import { peakMegabytes } from './peak-memory'

/** Opens, verifies and repairs a project in whose backups something waits to be unpacked; prints after each step how many megabytes it took. */
async function run(folder: string): Promise<void> {
  const before = peakMegabytes()
  const tell = () => writeSync(1, `${peakMegabytes() - before}\n`)
  const session = await openSample(folder)
  tell()
  await session.loadAll()
  await session.close()
  tell()
  await verifyProject(folder).catch(() => {})
  tell()
  await repairProject(folder, { files: new PassingFiles() }).catch(() => {})
  tell()
}

const [folder = ''] = process.argv.slice(2)
void run(folder)
