import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { answer, api, ifMatch } from '../api/client.js';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { Button, IconButton } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { Dialog } from '../ui/dialog.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import type { Bounds } from '../map/base-map.js';
import { baseMapQuery } from '../map/base-map.js';
import { savedViewsQuery, type SavedView } from './map-api.js';
import { currentView } from './map-pane.js';
import { readView, type MapSearch } from './map-search.js';
import { viewTexts } from './view-texts.js';

interface ViewsProps {
  code: string;
  search: MapSearch;
  open: boolean;
  onClose: () => void;
  onOpen: (view: MapSearch) => void;
}

/** Views to come back to, one's own and those that others share. What a view shows is always what its reader may see. */
export function ViewsDialog(props: ViewsProps) {
  const { code, open, onClose, onOpen } = props;
  const t = useTexts(viewTexts);
  const views = useQuery({ ...savedViewsQuery(code), enabled: open });
  const maySave = may(useMembership(), 'view:write');
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} place="side">
      <div className="stack stack--wide">
        {maySave && <SaveView {...props} />}
        <ErrorNotice error={views.error} />
        {views.data?.length === 0 && (
          <EmptyState icon="map" title={t('none')}>
            {t('noneText')}
          </EmptyState>
        )}
        <ul className="plain-list mapview-views" aria-label={t('title')}>
          {(views.data ?? []).map((view) => (
            <li key={view.id}>
              <ViewRow
                code={code}
                view={view}
                mayChange={maySave && view.own}
                onOpen={() => {
                  onOpen(readView(view.search));
                  onClose();
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function SaveView({ code, search }: ViewsProps) {
  const t = useTexts(viewTexts);
  const formId = useId();
  const client = useQueryClient();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const [problem, setProblem] = useState<Problem | null>(null);
  const { handleSubmit, register, setError, reset, formState } = useForm({
    defaultValues: { name: '', shared: false },
  });
  const save = useMutation({
    mutationFn: ({ name, shared }: { name: string; shared: boolean }) => {
      const view = currentView(search, baseMap?.bounds ?? sweden);
      const body = { ...view, bounds: [...view.bounds], layers: [...view.layers], name, shared } as never;
      return answer(api.POST('/api/v1/municipalities/{code}/views', { params: { path: { code } }, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['views', code] }),
  });
  const submit = handleSubmit(async (values) => {
    setProblem(null);
    try {
      await save.mutateAsync(values);
      reset();
      showToast({ text: t('saved', { name: values.name }), tone: 'good' });
    } catch (error) {
      setProblem(placeProblem(error, setError, ['name']));
    }
  });
  return (
    <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <h3>{t('saveTitle')}</h3>
      <ErrorNotice error={problem} />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        maxLength={80}
        error={formState.errors.name?.message}
        {...register('name', { validate: (value) => value.trim() !== '' || t('nameMissing') })}
      />
      <Checkbox label={t('share')} {...register('shared')} />
      <div>
        <Button look="primary" type="submit" busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** Where the map of a municipality without borders would be. */
const sweden: Bounds = [10, 55, 24.5, 69.3];

interface RowProps {
  code: string;
  view: SavedView;
  mayChange: boolean;
  onOpen: () => void;
}

function ViewRow({ code, view, mayChange, onOpen }: RowProps) {
  const t = useTexts(viewTexts);
  const f = useFormat();
  const client = useQueryClient();
  const path = { code, id: view.id };
  const again = () => client.invalidateQueries({ queryKey: ['views', code] });
  const share = useMutation({
    mutationFn: (shared: boolean) =>
      answer(api.PATCH('/api/v1/municipalities/{code}/views/{id}', { params: { path, header: ifMatch(`"${view.version}"`) as never }, body: { shared }, headers: ifMatch(`"${view.version}"`) })), // prettier-ignore
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/municipalities/{code}/views/{id}', { params: { path } as never })),
    onSuccess: again,
  });
  return (
    <div className="mapview-saved">
      <button type="button" className="mapview-saved-open" onClick={onOpen}>
        <strong>{view.name}</strong>
        <span className="small muted">
          {f.period(view.from, view.to)} · {view.own ? t('own') : view.by.organisation}
          {view.shared && ` · ${t('shared')}`}
        </span>
      </button>
      {mayChange && (
        <span className="row">
          <Button look="quiet" busy={share.isPending} onClick={() => share.mutate(!view.shared)}>
            {t(view.shared ? 'unshare' : 'shareNow')}
          </Button>
          <IconButton icon="trash" label={t('remove', { name: view.name ?? '' })} onClick={() => remove.mutate()} />
        </span>
      )}
      <ErrorNotice error={share.error ?? remove.error} />
    </div>
  );
}
