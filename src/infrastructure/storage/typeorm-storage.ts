import type { DataSource } from "typeorm";
import type { Caller } from "../../application/caller.js";
import type { Storage } from "../../application/unit-of-work.js";
import { MappedRows } from "./mapped-rows.js";
import type { SessionOptions } from "./session.js";
import { TypeormUnitOfWork } from "./typeorm-unit-of-work.js";

/** A PostgreSQL database. */
export class TypeormStorage implements Storage {
  private readonly rows: MappedRows;

  constructor(
    private readonly dataSource: DataSource,
    private readonly options: SessionOptions,
  ) {
    this.rows = new MappedRows(dataSource);
  }

  unitOfWorkOf(caller: Caller): TypeormUnitOfWork {
    return new TypeormUnitOfWork(this.dataSource, this.rows, caller, this.options);
  }
}
