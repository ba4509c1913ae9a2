import { queryOptions, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { problemOf } from '../api/problem.js';
import { currentLanguage } from '../ui/language.js';
import { showToast } from '../ui/toast.js';

type Schemas = components['schemas'];
export type CategoryList = Schemas['CategoryList'];
export type ListedCategory = CategoryList['categories'][number];
export type ListedSubcategory = ListedCategory['subcategories'][number];
export type ListedSeverity = CategoryList['severities'][number];
export type CategoryEdit = Schemas['CategoryEdit'];
export type SubcategoryEdit = Schemas['SubcategoryEdit'];
export type SeverityEdit = Schemas['SeverityEdit'];

/** A change of a list over one version of it; answers the list as it is then. */
export type ListWrite<Body> = (version: number) => Promise<Body>;

const over = (version: number) => ifMatch(`"${version}"`);

export const categoryListQuery = (code: string) =>
  queryOptions({
    queryKey: ['lists', code, 'categories'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/category-list', { params: { path: { code } } })),
  });

export const editCategory =
  (code: string, category: string, body: CategoryEdit): ListWrite<CategoryList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/category-list/{category}', {
        params: { path: { code, category }, header: over(version) },
        body,
      }),
    );

export const editSubcategory =
  (code: string, key: { category: string; sub: string }, body: SubcategoryEdit): ListWrite<CategoryList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/category-list/{category}/subcategories/{sub}', {
        params: { path: { code, ...key }, header: over(version) },
        body,
      }),
    );

export const addSubcategory =
  (code: string, category: string, body: SubcategoryEdit): ListWrite<CategoryList> =>
  (version) =>
    answer(
      api.POST('/api/v1/municipalities/{code}/category-list/{category}/subcategories', {
        params: { path: { code, category }, header: over(version) },
        body,
      }),
    );

export const orderCategories =
  (code: string, codes: string[]): ListWrite<CategoryList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/category-order', {
        params: { path: { code }, header: over(version) },
        body: { codes },
      }),
    );

export const orderSubcategories =
  (code: string, category: string, codes: string[]): ListWrite<CategoryList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/category-list/{category}/subcategory-order', {
        params: { path: { code, category }, header: over(version) },
        body: { codes },
      }),
    );

export const editSeverity =
  (code: string, level: number, body: SeverityEdit): ListWrite<CategoryList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/severities/{level}', {
        params: { path: { code, level }, header: over(version) },
        body,
      }),
    );

export const listChangesQuery = (code: string, list: ListName, subjectId: string) =>
  queryOptions({
    queryKey: ['lists', code, 'changes', list, subjectId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/list-changes', {
          params: { path: { code }, query: { list, subjectId } },
        }),
      ),
  });

export type ListName = 'categories' | 'crime-codes' | 'places' | 'areas' | 'organisations' | 'accounts' | 'reasons';

interface Saving<Body> {
  readonly write: ListWrite<Body>;
  /** What is said when it is done. */
  readonly said: string;
  /** How it is taken back, over the version that the change made. */
  readonly back?: ListWrite<Body> | undefined;
}

/** Saves a change of a list over the version that is shown, says so, and offers the way back. */
export function useListWrite<Body extends { version: number }>(code: string, queryKey: QueryKey) {
  const client = useQueryClient();
  const keep = async (body: Body) => {
    client.setQueryData(queryKey, body);
    // What other pages show of the same rows.
    await Promise.all(
      ['categories', 'places', 'organisations', 'accounts', 'areas', 'reviews'].map((name) =>
        client.invalidateQueries({ queryKey: [name, code] }),
      ),
    );
    await client.invalidateQueries({ queryKey: ['lists', code, 'changes'] });
  };
  return useMutation({
    mutationFn: async ({ write, said, back }: Saving<Body>) => {
      const shown = client.getQueryData<Body>(queryKey);
      const body = await write(shown?.version ?? 0);
      await keep(body);
      const undo = async () => {
        try {
          if (back) await keep(await back(body.version));
        } catch (error) {
          showToast({ text: problemOf(error, currentLanguage()).title, tone: 'bad' });
        }
      };
      showToast({ text: said, tone: 'good', ...(back ? { undo: { act: () => void undo() } } : {}) });
    },
    // Somebody else was first: what they made is shown.
    onError: () => client.invalidateQueries({ queryKey }),
  });
}
