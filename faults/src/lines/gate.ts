/** Lets through whoever asks while it is open, and lets wait whoever asks while it is closed. */
export class Gate {
  private opening: Promise<void> | null = null;
  private letThrough: () => void = () => {};

  close(): void {
    this.opening ??= new Promise((resolve) => {
      this.letThrough = resolve;
    });
  }

  open(): void {
    this.letThrough();
    this.opening = null;
  }

  /** Resolves once it is open. */
  async passed(): Promise<void> {
    while (this.opening !== null) await this.opening;
  }
}
