import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";

/*
 * The tables as a usual application maps them: one decorated class each, with relations, that is a GraphQL type too.
 * Columns that nothing here reads or writes are left out.
 */

/** A registration document. */
@ObjectType("Certificate")
export class CertificateEntity {
  @Field(() => String)
  @Column("text", { name: "certificate_country" })
  country!: string;

  @Field(() => String)
  @Column("text", { name: "certificate_type" })
  type!: string;

  @Field(() => String)
  @Column("text", { name: "certificate_number" })
  number!: string;
}

/** The record of one authentication. */
@ObjectType("AuthenticationSnapshot")
@Entity("authentication_snapshots")
export class SnapshotEntity {
  @PrimaryColumn("uuid", { name: "group_id" })
  groupId!: string;

  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "account_id" })
  accountId!: string;

  @Field(() => String)
  @Column("text", { name: "enterprise_name" })
  enterpriseName!: string;

  @Column("text", { name: "name_key" })
  nameKey!: string;

  @Field(() => CertificateEntity)
  @Column(() => CertificateEntity, { prefix: false })
  certificate!: CertificateEntity;

  @Field(() => Date)
  @Column("timestamptz", { name: "authenticated_at" })
  authenticatedAt!: Date;
}

/** An account by its own columns. */
@ObjectType("Member")
@Entity("enterprise_accounts")
export class AccountEntity {
  @PrimaryColumn("uuid", { name: "group_id" })
  groupId!: string;

  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Column("text", { name: "enterprise_name" })
  enterpriseName!: string;

  @Column("text", { name: "name_key" })
  nameKey!: string;

  @Column("uuid", { name: "snapshot_id", nullable: true })
  snapshotId!: string | null;

  @Column("bigint")
  revision!: string;

  @ManyToOne(() => SnapshotEntity)
  @JoinColumn([
    { name: "group_id", referencedColumnName: "groupId" },
    { name: "snapshot_id", referencedColumnName: "id" },
  ])
  snapshot?: SnapshotEntity | null;
}

/** An account with what is in force for it, its master's authentication included. */
@ObjectType("EnterpriseAccount")
@Entity("current_accounts")
export class CurrentAccountEntity {
  @PrimaryColumn("uuid", { name: "group_id" })
  groupId!: string;

  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String)
  @Column("text", { name: "enterprise_name" })
  enterpriseName!: string;

  @Field(() => SnapshotEntity, { nullable: true })
  @ManyToOne(() => SnapshotEntity)
  @JoinColumn([
    { name: "group_id", referencedColumnName: "groupId" },
    { name: "snapshot_id", referencedColumnName: "id" },
  ])
  authentication!: SnapshotEntity | null;

  @Field(() => String)
  get authenticationStatus(): string {
    return this.authentication === null ? "NOT_AUTHENTICATED" : "AUTHENTICATED";
  }
}

/** That an authentication came in force for an account. */
@Entity("authentication_history")
export class HistoryEntity {
  @PrimaryColumn("uuid", { name: "group_id" })
  groupId!: string;

  @PrimaryColumn("uuid", { name: "account_id" })
  accountId!: string;

  @PrimaryColumn("bigint")
  revision!: string;

  @Column("uuid", { name: "snapshot_id" })
  snapshotId!: string;

  @Column("timestamptz", { name: "recorded_at" })
  recordedAt!: Date;
}

/** Every entity of these tables. */
export const ENTITIES = [SnapshotEntity, AccountEntity, CurrentAccountEntity, HistoryEntity];
