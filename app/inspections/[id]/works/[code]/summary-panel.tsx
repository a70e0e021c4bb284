import type { SiteVisits, Summary } from '../../../../../db/queries/visit-site'
import { fill, type Messages } from '../../../../../domain/messages'
import { ratingLevels } from '../../../../../domain/visit'
import { ActionForm, Choice, Hidden, Submit, WordsField } from '../../../../_components/form'
import { Panel } from '../../../../_components/panel'
import { personWords } from '../../../../_components/seen-marks'
import { SheetButton } from '../../../../_components/sheet-button'
import { Version } from '../../../../_components/stale'
import { sign } from './actions'

type Props = { site: SiteVisits; t: Messages }

/** The leader's one text over every visit; an earlier one stays to be read. */
export function SummaryPanel({ site, t }: Props) {
  const words = t.seen.summary
  const [standing, ...earlier] = site.summaries
  return (
    <Panel title={words.title}>
      {standing ? <Signed summary={standing} t={t} /> : <p className="soft">{site.counting.length > 0 ? words.none : words.noneHint}</p>}
      {earlier.length > 0 ? (
        <details className="earlier">
          <summary>{fill(words.earlier, { count: earlier.length })}</summary>
          {earlier.map((summary) => (
            <Signed key={summary.id} summary={summary} t={t} />
          ))}
        </details>
      ) : null}
      {site.maySign && !standing ? <SignForm site={site} t={t} /> : null}
      {site.maySign && standing ? (
        <div className="mt-3">
          <SheetButton text={words.signAgain} title={words.signAgain} t={t}>
            <SignForm site={site} t={t} />
          </SheetButton>
        </div>
      ) : null}
    </Panel>
  )
}

function Signed({ summary, t }: { summary: Summary; t: Messages }) {
  return (
    <div className="signed">
      <p lang="zh-CN">{summary.words}</p>
      {summary.why ? (
        <p className="small">
          <span className="soft">{t.seen.summary.why}</span> <span lang="zh-CN">{summary.why}</span>
        </p>
      ) : null}
      <p className="soft small">{fill(t.seen.summary.by, { who: personWords(summary.by, t), day: summary.on })}</p>
    </div>
  )
}

function SignForm({ site: { roundWorkId, summaries }, t }: Props) {
  const words = t.seen.summary
  const again = summaries.length > 0
  const levels = ratingLevels.map((value) => ({ value, text: t.labels.ratingLevels[value] }))
  const bothVersions = { mine: t.common.yourVersion, now: t.common.currentVersion }
  return (
    <ActionForm action={sign} aria-label={words.sign} className="form mt-3">
      <Hidden name="roundWorkId" value={roundWorkId} />
      <Version version={summaries.length} text={bothVersions} />
      {again ? <WordsField name="why" label={words.why} hint={words.whyHint} maxLength={500} rows={2} /> : null}
      <WordsField name="words" label={words.words} hint={words.wordsHint} maxLength={2000} rows={4} />
      <Choice name="level" label={words.level} options={levels} />
      <WordsField name="reason" label={words.reason} hint={words.reasonHint} maxLength={500} rows={2} />
      <div className="form-end">
        <Submit look={again ? 'plain' : 'main'}>{words.send}</Submit>
      </div>
    </ActionForm>
  )
}
