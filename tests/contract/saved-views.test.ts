import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { SavedViewId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestPartners } from '#tests/factories/partners';
import { buildMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('saved views on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestPartners>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestPartners(db);
  });
  afterEach(() => db.close());

  async function open() {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const member = (role: 'drafter' | 'observer') => buildMember(db, { workspaceId, role });
    const save = (actor: Actor, name: string, isShared: boolean, query = 'theme=hiv&page=2') =>
      house.savedViews.saveView({ actor, workspaceId, list: 'partners', name, query, isShared });
    const names = async (actor: Actor, list = 'partners') =>
      (await house.savedViews.listViews({ actor, workspaceId, list })).map(({ name }) => name);
    const idOf = async (actor: Actor, name: string) => {
      const views = await house.savedViews.listViews({ actor, workspaceId, list: 'partners' });
      return views.find((view) => view.name === name)?.id ?? ('none' as SavedViewId);
    };
    const remove = (actor: Actor, viewId: SavedViewId) =>
      house.savedViews.removeView({ actor, workspaceId, viewId });
    return { workspaceId, convenor: convenor.actor, member, save, names, idOf, remove };
  }

  it('are one’s own unless shared, each with its list', async () => {
    const { save, names, member, convenor } = await open();
    const { actor } = await member('drafter');
    await save(actor, 'Mine', false);
    await save(actor, 'Ours', true);
    expect(await names(actor)).toEqual(['Mine', 'Ours']);
    expect(await names(convenor)).toEqual(['Ours']);
    expect(await names(actor, 'commitments')).toEqual([]);
  });

  it('keep filters without the page, and are replaced under the same name', async () => {
    const { save, workspaceId, convenor } = await open();
    await save(convenor, 'HIV', false);
    await save(convenor, ' HIV ', true, 'theme=hiv&q=fonds');
    const views = await house.savedViews.listViews({ actor: convenor, workspaceId, list: 'partners' });
    expect(views).toMatchObject([{ name: 'HIV', query: 'q=fonds&theme=hiv', isShared: true }]);
  });

  it('are shared by those who write, named, and not without end', async () => {
    const { save, member, convenor } = await open();
    const observer = (await member('observer')).actor;
    await save(observer, 'Mine', false);
    await expect(save(observer, 'Ours', true)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save(convenor, '  ', false)).rejects.toMatchObject({ code: 'invalid_input' });
    for (let index = 0; index < 50; index++) await save(convenor, `View ${index}`, false);
    await expect(save(convenor, 'One more', false)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('are removed by who made them; shared ones by convenors too', async () => {
    const { save, names, member, convenor, idOf, remove } = await open();
    const [author, other] = [(await member('drafter')).actor, (await member('drafter')).actor];
    await save(author, 'Mine', false);
    await save(author, 'Ours', true);
    const [mine, ours] = [await idOf(author, 'Mine'), await idOf(author, 'Ours')];
    await expect(remove(convenor, mine)).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove(other, ours)).rejects.toMatchObject({ code: 'forbidden' });
    await remove(convenor, ours);
    await remove(author, mine);
    expect(await names(author)).toEqual([]);
  });

  it('show nothing to another workspace', async () => {
    const { save, convenor, idOf, workspaceId } = await open();
    const other = await open();
    await save(convenor, 'Ours', true);
    const viewId = await idOf(convenor, 'Ours');
    expect(await other.names(other.convenor)).toEqual([]);
    await expect(other.remove(other.convenor, viewId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      house.savedViews.listViews({ actor: other.convenor, workspaceId, list: 'partners' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
