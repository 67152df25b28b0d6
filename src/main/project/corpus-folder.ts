import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the sample corpus lies: beside the build in a checkout, in the resources of the packaged app.
 *
 * @param built the folder of the built main process
 */
export function corpusFolder(built: string): string {
  const places = [join(built, '..', '..', 'corpus')]
  const packaged: string | undefined = Reflect.get(process, 'resourcesPath')
  if (packaged) places.unshift(join(packaged, 'corpus'))
  return places.find((place) => existsSync(join(place, 'manifest.json'))) ?? places[0] ?? built
}
