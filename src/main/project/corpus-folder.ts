import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the sample corpus lies: beside the build in a checkout, in the resources of the packaged app. */
export function corpusFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = ['../../corpus', '../../../corpus', '../../../../corpus'].map((place) => join(here, place))
  const packaged: string | undefined = Reflect.get(process, 'resourcesPath')
  if (packaged) places.unshift(join(packaged, 'corpus'))
  return places.find((place) => existsSync(join(place, 'manifest.json'))) ?? places[0] ?? here
}
