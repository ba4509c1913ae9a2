import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { ProblemError, problemName } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { type Draft, draftOf, isSame, type Ranking } from './ranking.js';
import { rankingQuery, saveRanking } from './ranking-api.js';
import { RankingAreas } from './ranking-areas.js';
import { RankingChosen } from './ranking-chosen.js';
import { ChosenList } from './ranking-tab.js';
import { rankingTexts } from './ranking-texts.js';

interface RankingEditorProps {
  code: string;
  tertial: string;
  ranking: Ranking;
}

/** Rate, choose, say why, save. What somebody else has saved meanwhile is shown beside what is written here. */
export function RankingEditor({ code, tertial, ranking }: RankingEditorProps) {
  const t = useTexts(rankingTexts);
  const f = useFormat();
  const language = useLanguage();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(ranking));
  const [theirs, setTheirs] = useState<Ranking | null>(null);
  const [checked, setChecked] = useState(false);
  const settle = async (saved: Ranking) => {
    client.setQueryData(rankingQuery(code, tertial, language).queryKey, saved);
    setDraft(draftOf(saved));
    setTheirs(null);
    setChecked(false);
    await client.invalidateQueries({ queryKey: ['situation', code] });
    await client.invalidateQueries({ queryKey: ['meeting-agenda', code] });
  };
  const saving = useMutation({
    mutationFn: (seen: number) => saveRanking(code, tertial, { seen, draft }),
    onSuccess: async (saved) => {
      await settle(saved);
      showToast({ text: t('saved'), tone: 'good' });
    },
    onError: async (error) => {
      if (!isTooLate(error)) return;
      const path = { code, tertial };
      setTheirs(await answer(api.GET('/api/v1/municipalities/{code}/area-priorities/{tertial}', { params: { path } })));
    },
  });
  const save = (seen: number) => {
    setChecked(true);
    if (draft.chosen.every(({ reason }) => reason.trim() !== '')) saving.mutate(seen);
  };
  const changed = !isSame(draft, draftOf(ranking));
  return (
    <>
      {theirs !== null && (
        <Notice
          tone="caution"
          title={t('conflict')}
          urgent
          action={
            <div className="row">
              <Button look="primary" busy={saving.isPending} onClick={() => save(theirs.version)}>
                {t('keepOurs')}
              </Button>
              <Button onClick={() => void settle(theirs)}>{t('takeTheirs')}</Button>
            </div>
          }
        >
          <p>{t('conflictText')}</p>
          {theirs.chosen.length === 0 ? <p>{t('conflictNone')}</p> : <ChosenList chosen={theirs.chosen} />}
        </Notice>
      )}
      <RankingAreas areas={ranking.areas} draft={draft} onChange={setDraft} />
      <RankingChosen areas={ranking.areas} draft={draft} onChange={setDraft} checked={checked} />
      <div className="stack stack--tight">
        {theirs === null && <ErrorNotice error={saving.error} />}
        <div className="row">
          <Button look="primary" busy={saving.isPending} disabled={!changed} onClick={() => save(ranking.version)}>
            {t('save')}
          </Button>
          <output className="small muted">
            {changed
              ? t('notSaved')
              : ranking.decidedAt !== null && t('decided', { day: f.date(ranking.decidedAt, 'long') })}
          </output>
        </div>
      </div>
    </>
  );
}

function isTooLate(error: unknown): boolean {
  return error instanceof ProblemError && problemName(error.problem) === 'changed-by-someone-else';
}
