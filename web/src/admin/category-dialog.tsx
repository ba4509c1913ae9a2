import { useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { CategoryForm } from './category-form.js';
import {
  addSubcategory,
  type CategoryEdit,
  type CategoryList,
  categoryListQuery,
  editCategory,
  editSubcategory,
  type ListedCategory,
  type ListedSeverity,
  type ListedSubcategory,
  orderSubcategories,
  useListWrite,
} from './list-api.js';
import { listTexts } from './list-texts.js';
import { moved, MoveButtons, RowHistory } from './row-tools.js';

interface CategoryDialogProps {
  code: string;
  category: ListedCategory;
  severities: readonly ListedSeverity[];
  onDone: () => void;
}

/** One category with its sub-categories; a sub-category opens in its place. */
export function CategoryDialog({ code, category, severities, onDone }: CategoryDialogProps) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const write = useListWrite<CategoryList>(code, categoryListQuery(code).queryKey);
  const [sub, setSub] = useState<string | null>(null);
  if (sub !== null) return <SubcategoryPart {...{ code, category, severities, sub }} onDone={() => setSub(null)} />;
  const save = (edit: CategoryEdit) =>
    write.mutateAsync({
      write: editCategory(code, category.code, edit),
      back: editCategory(code, category.code, editOf(category)),
      said: t('saved', { name: edit.name[language] }),
    });
  return (
    <div className="stack stack--wide">
      <CategoryForm
        start={editOf(category)}
        sub={false}
        about={t('sharedCode', { code: category.code })}
        busy={write.isPending}
        {...{ severities, save, onDone }}
      />
      <SubcategoryList code={code} category={category} open={setSub} />
      <RowHistory code={code} list="categories" subjectId={category.code} />
    </div>
  );
}

const newOne = '';

function SubcategoryList({
  code,
  category,
  open,
}: {
  code: string;
  category: ListedCategory;
  open: (sub: string) => void;
}) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const order = useListWrite<CategoryList>(code, categoryListQuery(code).queryKey);
  const subs = category.subcategories;
  const codes = subs.map((one) => one.code);
  const move = (at: number, to: number) =>
    order.mutate({
      write: orderSubcategories(code, category.code, moved(codes, at, to)),
      back: orderSubcategories(code, category.code, codes),
      said: t('moved'),
    });
  return (
    <section className="stack" aria-labelledby="admin-subcategories">
      <h3 id="admin-subcategories">{t('subcategories')}</h3>
      <ErrorNotice error={order.error} />
      {subs.length === 0 && <p className="muted">{t('noSubcategories')}</p>}
      <ul className="plain-list admin-subs">
        {subs.map((one, at) => (
          <li key={one.code} className="admin-sub">
            <span className="admin-sub-name">
              {one.name[language]} {one.own && <StatusTag tone="action">{t('ownTag')}</StatusTag>}{' '}
              {one.hidden && <StatusTag tone="neutral">{t('hiddenTag')}</StatusTag>}
            </span>
            <Button look="quiet" aria-label={t('edit', { name: one.name[language] })} onClick={() => open(one.code)}>
              {t('editShort')}
            </Button>
            <MoveButtons name={one.name[language]} at={at} of={subs.length} move={(to) => move(at, to)} busy={order.isPending} />
          </li>
        ))}
      </ul>
      <div>
        <Button icon="plus" onClick={() => open(newOne)}>
          {t('addSubcategory')}
        </Button>
      </div>
    </section>
  ); // prettier-ignore
}

function SubcategoryPart(props: CategoryDialogProps & { sub: string }) {
  const { code, category, severities, sub, onDone } = props;
  const t = useTexts(listTexts);
  const language = useLanguage();
  const write = useListWrite<CategoryList>(code, categoryListQuery(code).queryKey);
  const there = category.subcategories.find((one) => one.code === sub);
  const key = { category: category.code, sub };
  const save = (edit: CategoryEdit) => {
    const name = edit.name[language];
    if (!there) return write.mutateAsync({ write: addSubcategory(code, category.code, edit), said: t('added', { name }) });
    return write.mutateAsync({
      write: editSubcategory(code, key, edit),
      back: editSubcategory(code, key, subEditOf(there)),
      said: t('saved', { name }),
    });
  }; // prettier-ignore
  const start: CategoryEdit = there
    ? subEditOf(there)
    : { ...editOf(category), name: { sv: '', en: '' }, reportable: true, hidden: false };
  return (
    <div className="stack">
      <div>
        <Button look="quiet" icon="back" onClick={onDone}>
          {t('back', { name: category.name[language] })}
        </Button>
      </div>
      <h3>{there?.name[language] ?? t('addSubcategory')}</h3>
      <CategoryForm
        sub
        about={there ? t(there.own ? 'ownCode' : 'sharedCode', { code: there.code }) : null}
        busy={write.isPending}
        {...{ start, severities, save, onDone }}
      />
      {there && <RowHistory code={code} list="categories" subjectId={`${category.code}/${sub}`} />}
    </div>
  );
}

function editOf({ name, kind, severity, placeBound, reportable, hidden }: ListedCategory): CategoryEdit {
  return { name, kind, severity, placeBound, reportable, hidden };
}

function subEditOf({ name, kind, severity, reportable, hidden }: ListedSubcategory): CategoryEdit {
  return { name, kind, severity, placeBound: true, reportable, hidden };
}
