import type { Health, Readiness } from "./graphql/health.js";
import type { DatabaseReadiness } from "./infrastructure/storage/database-readiness.js";

/** What the service knows of itself: whether it is told to stop, and else how its database is. */
export class ServiceHealth implements Health {
  isDraining = false;

  constructor(private readonly database: DatabaseReadiness) {}

  drain(): void {
    this.isDraining = true;
  }

  async readiness(): Promise<Readiness> {
    return this.isDraining ? "draining" : this.database.state();
  }
}
