import type { ReactNode } from 'react'
import type { Preferences } from '../../shared/ipc/preferences'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'

type Reading = Preferences['reading']

const measures = ['narrow', 'medium', 'wide'] as const
const typefaces = ['serif', 'sans'] as const
const switches = ['justified', 'hyphenated', 'numbers', 'memos', 'formulae', 'recycled'] as const

/** How texts are set: size, leading, measure, typeface, and what stands in the margin. */
export function ReadingStyle() {
  const t = useT()
  const reading = usePreferences((state) => state.reading)
  const set = (patch: Partial<Reading>) => setPreferences({ reading: { ...reading, ...patch } })
  return (
    <>
      <Slider
        label={t('appearance.typeSize')}
        said={t('appearance.typeSizeNow', { size: reading.size })}
        value={reading.size}
        range={[13, 30, 1]}
        onChange={(size) => set({ size })}
      />
      <Slider
        label={t('appearance.leading')}
        said={t('appearance.leadingNow', { leading: reading.leading.toFixed(1) })}
        value={reading.leading}
        range={[1.2, 2.4, 0.1]}
        onChange={(leading) => set({ leading: Math.round(leading * 10) / 10 })}
      />
      <Segments label={t('appearance.measure')}>
        {measures.map((measure) => (
          <label key={measure} className={measure === reading.measure ? 'on' : ''}>
            <input
              type="radio"
              name="measure"
              checked={measure === reading.measure}
              onChange={() => set({ measure })}
            />
            {t(`appearance.${measure}`)}
          </label>
        ))}
      </Segments>
      <Segments label={t('appearance.typeface')}>
        {typefaces.map((typeface) => (
          <label key={typeface} className={typeface === reading.typeface ? 'on' : ''}>
            <input
              type="radio"
              name="typeface"
              checked={typeface === reading.typeface}
              onChange={() => set({ typeface })}
            />
            {t(`appearance.${typeface}`)}
          </label>
        ))}
      </Segments>
      <div className="switches">
        {switches.map((name) => (
          <label key={name} className="check-label">
            <input
              type="checkbox"
              checked={reading[name]}
              onChange={(event) => set({ [name]: event.target.checked })}
            />
            {t(`appearance.${name}`)}
          </label>
        ))}
      </div>
    </>
  )
}

interface SliderProps {
  readonly label: string
  readonly said: string
  readonly value: number
  readonly range: readonly [min: number, max: number, step: number]
  readonly onChange: (value: number) => void
}

function Slider({ label, said, value, range: [min, max, step], onChange }: SliderProps) {
  return (
    <label className="size">
      {label}
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span>{said}</span>
    </label>
  )
}

function Segments({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{label}</legend>
      {children}
    </fieldset>
  )
}
