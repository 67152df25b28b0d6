import { useId } from 'react'
import { useStore } from 'zustand'
import type { Slot, SortKey } from '../../shared/concordance/trail'
import { useT } from '../state/i18n'
import { CountInput } from '../ui/CountInput'
import { concordance } from './concordance-desk'
import { Pop } from './ToolPopover'
import { ordering, orderOf, taken, unordered } from './trail-walk'
import { useStepNames } from './use-step-name'

const left: readonly Slot[] = ['L5', 'L4', 'L3', 'L2', 'L1']
const right: readonly Slot[] = ['R1', 'R2', 'R3', 'R4', 'R5']
const presets: readonly (readonly Slot[])[] = [
  ['L1', 'L2', 'L3'],
  ['R1', 'R2', 'R3'],
  ['L1', 'R1']
]
const mostKeys = 8
const mostSeed = 0xffffffff

/** What lines are sorted by: words beside the hit by where they stand, and facts; the first key first. */
export function OrderMenu() {
  const t = useT()
  const names = useStepNames()
  const seedField = useId()
  const walk = useStore(concordance.store, (state) => state.walk)
  const keys = orderOf(walk)
  const set = (next: readonly SortKey[]) =>
    void concordance.arrange(
      next.length > 0 ? taken(walk, ordering(next.slice(0, mostKeys))) : unordered(walk)
    )
  const at = (key: SortKey) => keys.findIndex((each) => isSameKey(each, key))
  /** Puts a key at the end, turns it round, takes it away. */
  const press = (key: SortKey) => {
    const index = at(key)
    const own = keys[index]
    if (!own) set([...keys.filter((each) => each.by !== 'random' || key.by === 'slot'), key])
    else if ('descending' in own && !own.descending)
      set(keys.map((each) => (each === own ? { ...own, descending: true } : each)))
    else set(keys.filter((each) => each !== own))
  }
  const keyButton = (key: SortKey, label: string) => {
    const index = at(key)
    const own = keys[index]
    const down = own !== undefined && 'descending' in own && own.descending
    return (
      <button
        key={label}
        type="button"
        className={own ? 'slot-key on' : 'slot-key'}
        aria-pressed={own !== undefined}
        onClick={() => press(key)}
      >
        {label}
        {down && <span aria-hidden>↓</span>}
        {own && <sup>{index + 1}</sup>}
        {down && <span className="visually-hidden">{t('concordance.sort.down')}</span>}
      </button>
    )
  }
  const slotKey = (slot: Slot): SortKey => ({ by: 'slot', slot, descending: false })
  const said = keys.length === 0 ? t('concordance.sort.text') : keys.map(names.sortKey).join(' ')
  return (
    <Pop
      name={`${t('concordance.order')}: ${said}`}
      isSet={keys.length > 0}
      label={
        <>
          {t('concordance.order')} <b>{said}</b>
        </>
      }
    >
      <p className="pop-hint">{t('concordance.sort.hint')}</p>
      <div className="slot-keys" role="group" aria-label={t('concordance.sort.slots')}>
        {left.map((slot) => keyButton(slotKey(slot), slot))}
        {keyButton({ by: 'hit', descending: false }, t('concordance.sort.hit'))}
        {right.map((slot) => keyButton(slotKey(slot), slot))}
      </div>
      <div className="pop-row">
        {presets.map((slots) => (
          <button key={slots.join()} type="button" className="tool" onClick={() => set(slots.map(slotKey))}>
            {slots.join(' ')}
          </button>
        ))}
      </div>
      <div className="pop-row" role="group" aria-label={t('concordance.sort.facts')}>
        {(['document', 'date', 'answer'] as const).map((by) =>
          keyButton(
            by === 'answer' ? { by, version: null, descending: false } : { by, descending: false },
            t(`concordance.sort.${by}`)
          )
        )}
        {keyButton({ by: 'typicality', descending: false }, t('concordance.sort.typicality'))}
      </div>
      <div className="pop-row">
        <button
          type="button"
          className="tool"
          onClick={() => set([{ by: 'random', seed: Math.floor(Math.random() * mostSeed) }])}
        >
          {t('concordance.sort.random')}
        </button>
        <label className="check-label" htmlFor={seedField}>
          {t('concordance.sort.seed')}
          <CountInput
            id={seedField}
            className="short-field"
            value={seedOf(keys)}
            least={0}
            most={mostSeed}
            set={(seed) => set([{ by: 'random', seed }])}
          />
        </label>
        <span className="grow" />
        <button type="button" className="link-button" onClick={() => set([])}>
          {t('concordance.sort.text')}
        </button>
      </div>
    </Pop>
  )
}

function seedOf(keys: readonly SortKey[]): number | null {
  const random = keys.find((key) => key.by === 'random')
  return random?.by === 'random' ? random.seed : null
}

/** Whether two keys sort by the same thing, whichever way round. */
function isSameKey(a: SortKey, b: SortKey): boolean {
  if (a.by === 'slot' && b.by === 'slot') return a.slot === b.slot
  return a.by === b.by
}
