import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Every package that a module of any of the builds came from, by name and version. */
const packages = new Map()

/**
 * A Vite plugin that notes which packages end up in a bundle. The last build (`emit`) writes their licences
 * into one file, which the app shows.
 */
export function thirdPartyNotices({ emit = false } = {}) {
  return {
    name: 'third-party-notices',
    generateBundle() {
      for (const id of this.getModuleIds()) note(id)
      if (emit) this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: noticesText() })
    }
  }
}

/** Notes a package that is not bundled as code but from which data comes, by its folder. */
export function notePackage(folder, credit) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  packages.set(`${name} ${version}`, { license: license ?? '?', text: `${credit}\n\n${licenceText(folder)}` })
}

/** Notes data that comes through a package under a licence of its own. */
export function noteCredit(name, license, text) {
  packages.set(name, { license, text })
}

function note(id) {
  const match = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id.replace(/^\0/, '').split('?')[0])
  if (!match) return
  const folder = match[0]
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8'))
  if (name) packages.set(`${name} ${version}`, { license: license ?? '?', text: licenceText(folder) })
}

function licenceText(folder) {
  const name = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  if (!name) return ''
  const path = join(folder, name)
  return dirname(path) === folder ? readFileSync(path, 'utf8').trim() : ''
}

function noticesText() {
  const parts = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { license, text }]) => `${name}\nLicence: ${license}\n${text ? `\n${text}\n` : ''}`)
  return `Variorum is built on the work of others. These packages are part of it:\n\n${parts.join(`\n${'─'.repeat(60)}\n\n`)}`
}
