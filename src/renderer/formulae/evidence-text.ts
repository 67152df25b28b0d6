import type { CandidateReason } from '../../shared/formulae/candidate'
import type { RenderingEvidence } from '../../shared/formulae/evidence'
import { i18n } from '../state/i18n'

/** Why a phrase may be a formula, a sentence each. */
export function reasonText({ why, count, documents, detail }: CandidateReason): string {
  const params = { count, documents, detail }
  return why === 'quoted' && detail !== ''
    ? i18n.t('formulae.why.quotedBefore', params)
    : i18n.t(`formulae.why.${why}`, params)
}

/** What speaks for a rendering: a sentence each, and how much, 0 to 1. */
export function evidenceText(
  evidence: RenderingEvidence
): { readonly text: string; readonly value: number }[] {
  const { slot, slots, quoted, numbers, dictionary, bySound, likeness, likeTo, neighbours, register } =
    evidence
  const [stands, of] = slots
  const all = [
    { text: i18n.t('formulae.evidence.slot', { stands, of }), value: stands > 0 ? slot : 0 },
    { text: i18n.t('formulae.evidence.quoted'), value: quoted },
    { text: i18n.t('formulae.evidence.numbers'), value: Math.max(0, numbers) },
    { text: i18n.t(bySound ? 'formulae.evidence.sound' : 'formulae.evidence.dictionary'), value: dictionary },
    { text: i18n.t('formulae.evidence.likeness', { words: likeTo }), value: likeness },
    { text: i18n.t('formulae.evidence.neighbours'), value: neighbours },
    { text: i18n.t('formulae.evidence.register'), value: register }
  ]
  return all.filter(({ value }) => value > 0.05)
}
