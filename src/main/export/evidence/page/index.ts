import { unzipSync } from 'fflate'
import { type EmbeddedEvidence, manifestPath } from '../evidence-data'
import { type CheckedEvidence, checkEvidence, isAllWell } from './check-evidence'
import { sha256 } from './sha256'

const { words, manifest, files } = JSON.parse(elementOf('evidence').textContent ?? '') as EmbeddedEvidence
const encoder = new TextEncoder()
const own = encoder.encode(manifest)

show(
  'embedded',
  words.embedded,
  checkEvidence(own, new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])), {
    isWhole: false
  })
)

for (const id of ['zip', 'folder']) {
  const input = elementOf(id)
  input.addEventListener('change', () => void take((input as HTMLInputElement).files))
}
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  void take(event.dataTransfer?.files ?? null)
})

function elementOf(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(id)
  return found
}

/** Checks an archive, or the files of a folder, as they lie on the disk. */
async function take(given: FileList | null): Promise<void> {
  const chosen = [...(given ?? [])]
  if (chosen.length === 0) return
  try {
    const [only] = chosen
    const read = new Map<string, Uint8Array>()
    if (only && chosen.length === 1 && !only.webkitRelativePath) {
      const unpacked = unzipSync(new Uint8Array(await only.arrayBuffer()))
      for (const [path, bytes] of Object.entries(unpacked)) if (!path.endsWith('/')) read.set(path, bytes)
    } else
      for (const each of chosen)
        read.set(each.webkitRelativePath || each.name, new Uint8Array(await each.arrayBuffer()))
    const found = [...read.keys()].find((path) => path === manifestPath || path.endsWith(`/${manifestPath}`))
    if (found === undefined) return say('dropped', words.noBundle)
    const root = found.slice(0, found.length - manifestPath.length)
    const within = [...read].filter(([path]) => path.startsWith(root))
    const placed = new Map(within.map(([path, bytes]) => [path.slice(root.length), bytes]))
    const stated = placed.get(manifestPath) ?? new Uint8Array()
    // The page cannot hold a sum of itself.
    for (const path of [manifestPath, 'index.html']) placed.delete(path)
    const checked = checkEvidence(own, placed, { isWhole: true })
    const isOwn = sha256(stated) === checked.fingerprint
    const altered = isOwn ? [] : [{ path: manifestPath, state: 'altered' as const }]
    show('dropped', words.dropped, { ...checked, files: [...altered, ...checked.files] })
  } catch (error) {
    say('dropped', `${words.unreadable} ${error instanceof Error ? error.message : ''}`)
  }
}

function say(id: string, sentence: string): void {
  elementOf(id).textContent = sentence
}

/** Writes what was found: a verdict, figures, and each thing that is not as it should be. */
function show(id: string, title: string, checked: CheckedEvidence): void {
  const place = elementOf(id)
  place.textContent = ''
  place.append(line('h2', title))
  const verdict = line('p', isAllWell(checked) ? words.allWell : words.notWell)
  verdict.className = isAllWell(checked) ? 'well' : 'ill'
  place.append(verdict)
  const { files: held, quotes } = checked
  const count = (sentence: string, good: number, all: number) =>
    line('p', sentence.replace('{n}', String(good)).replace('{of}', String(all)))
  place.append(
    count(words.quotesStand, quotes.filter(({ state }) => state === 'stands').length, quotes.length),
    count(words.filesSound, held.filter(({ state }) => state === 'sound').length, held.length),
    line('p', `${words.fingerprint} ${checked.fingerprint}`)
  )
  const ill = [
    ...held
      .filter(({ state }) => state !== 'sound')
      .map(({ path, state }) => `${path}: ${words.states[state]}`),
    ...quotes
      .filter(({ state }) => state !== 'stands')
      .map(({ quote, state }) => `“${quote}”: ${words.states[state]}`)
  ]
  if (ill.length === 0) return
  const list = document.createElement('ul')
  list.append(...ill.map((each) => line('li', each)))
  place.append(list)
}

function line(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
