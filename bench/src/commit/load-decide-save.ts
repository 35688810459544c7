import { DataSource, Not } from "typeorm";
import { v7 } from "uuid";
import { AccountEntity, ENTITIES, HistoryEntity, SnapshotEntity } from "../database/entities.js";
import { CERTIFICATE, KEYS, NAME_AFTER } from "../service/names.js";

/** A data source whose classes are the tables. */
export async function dataSourceOf(url: string): Promise<DataSource> {
  return new DataSource({
    type: "postgres",
    url,
    entities: ENTITIES,
    logging: false,
    installExtensions: false,
  }).initialize();
}

/** Commits a master's authentication as an object-relational mapper invites to: load the group, decide on each, save all. */
export function commitByLoadDecideSave(dataSource: DataSource, groupId: string): Promise<void> {
  return dataSource.transaction(async (manager) => {
    const master = await manager.findOneOrFail(AccountEntity, {
      where: { groupId, id: groupId },
      lock: { mode: "pessimistic_write" },
    });
    const members = await manager.find(AccountEntity, { where: { groupId, id: Not(groupId) } });
    const names = [master.nameKey, KEYS.after];
    const reached = [master, ...members.filter(({ nameKey }) => names.includes(nameKey))];
    const snapshot = await manager.save(snapshotOf(groupId));
    for (const account of reached) {
      Object.assign(account, {
        enterpriseName: NAME_AFTER,
        nameKey: KEYS.after,
        snapshotId: snapshot.id,
        revision: "2",
      });
    }
    await manager.save(reached, { chunk: 1_000 });
    await manager.save(
      reached.map((account) => historyOf(account, snapshot)),
      { chunk: 1_000 },
    );
  });
}

function snapshotOf(groupId: string): SnapshotEntity {
  return Object.assign(new SnapshotEntity(), {
    groupId,
    id: v7(),
    accountId: groupId,
    enterpriseName: NAME_AFTER,
    nameKey: KEYS.after,
    certificate: { ...CERTIFICATE },
    authenticatedAt: new Date(),
  });
}

function historyOf({ groupId, id }: AccountEntity, { id: snapshotId, authenticatedAt }: SnapshotEntity): HistoryEntity {
  const recordedAt = authenticatedAt;
  return Object.assign(new HistoryEntity(), { groupId, accountId: id, revision: "2", snapshotId, recordedAt });
}

/** Previews a master's authentication in the same manner: load the group, decide on each, count, and cut the first page. */
export async function previewByLoadDecide(dataSource: DataSource, groupId: string): Promise<object> {
  const members = await dataSource.manager.find(AccountEntity, {
    where: { groupId, id: Not(groupId) },
    relations: { snapshot: true },
    order: { id: "ASC" },
  });
  const decided = members.map((member) => ({ member, synchronized: isReached(member.nameKey) }));
  return {
    memberCount: decided.length,
    synchronizedCount: decided.filter(({ synchronized }) => synchronized).length,
    page: decided.slice(0, 50),
  };
}

function isReached(nameKey: string): boolean {
  return nameKey === KEYS.before || nameKey === KEYS.after;
}
