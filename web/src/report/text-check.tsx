import { explainFinding, findPersonalData, type Finding } from '../../../api/src/privacy/personal-data.js';
import { Button } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { reportTexts } from './texts.js';

/** What in the text may point out a person: the words marked, why, and what to write instead. Nothing leaves the device. */
export function TextCheck({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const findings = findPersonalData(text);
  const refused = findings.some(({ severity }) => severity === 'refuse');
  return (
    <div aria-live="polite">
      {findings.length > 0 && (
        <Notice tone={refused ? 'bad' : 'caution'} title={t('checkTitle')}>
          <ul className="plain-list stack stack--tight">
            {findings.map((finding) => {
              const { sentence, suggestion } = explainFinding(finding.kind, language);
              return (
                <li key={finding.start} className="report-finding">
                  <p>
                    <Marked text={text} finding={finding} />
                  </p>
                  <p>
                    {sentence} <span>{t(finding.severity === 'refuse' ? 'checkRefused' : 'checkPointed')}</span>
                  </p>
                  <Button onClick={() => onText(text.slice(0, finding.start) + suggestion + text.slice(finding.end))}>
                    {t('replace', { words: suggestion })}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </div>
  );
}

const around = 24;

/** The words with a little of what stands around them. */
function Marked({ text, finding }: { text: string; finding: Finding }) {
  const { start, end } = finding;
  return (
    <>
      {start > around && '… '}
      {text.slice(Math.max(0, start - around), start)}
      <mark className="report-mark">{text.slice(start, end)}</mark>
      {text.slice(end, end + around)}
      {end + around < text.length && ' …'}
    </>
  );
}
