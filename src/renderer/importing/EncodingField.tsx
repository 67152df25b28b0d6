import { useT } from '../state/i18n'

/** Encodings that texts of our kind come in. */
const known = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1251',
  'iso-8859-1',
  'cp437'
]

/** In which encoding a file was read, to be changed where it was guessed wrong. Formats that say it themselves only name it. */
export function EncodingField({
  name,
  encoding,
  choose
}: {
  name: string
  encoding: string
  choose: (encoding: string) => void
}) {
  const t = useT()
  if (/^(docx|odt|rtf|pdf|epub|xlsx|mhtml|qdpx)$/.test(encoding)) return <span>{encoding}</span>
  return (
    <select
      aria-label={`${t('import.encodingHead')}: ${name}`}
      value={encoding}
      onChange={(event) => choose(event.target.value)}
    >
      {[...new Set([encoding, ...known])].map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  )
}
