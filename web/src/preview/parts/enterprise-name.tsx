/** A name as it was given: isolated from the text around it, and in Chinese where it is written in Chinese characters alone. */
export function EnterpriseName({ value }: { value: string }) {
  return (
    <bdi className="name" lang={isChinese(value) ? "zh" : undefined}>
      {value}
    </bdi>
  );
}

/** Chinese characters are also part of Japanese and Korean, which their own tell apart. */
function isChinese(value: string): boolean {
  return /\p{Script=Han}/u.test(value) && !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(value);
}
