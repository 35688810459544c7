/** The operations by what they are for. */
export const CHAPTERS: readonly { readonly title: string; readonly operations: readonly string[] }[] = [
  {
    title: "Register",
    operations: ["registerMasterAccount", "registerMemberAccount", "registerMemberAccounts", "renameEnterpriseAccount"],
  },
  { title: "Preview", operations: ["previewAuthentication"] },
  { title: "Commit", operations: ["commitAuthentication"] },
  { title: "Browse", operations: ["enterpriseAccount", "enterpriseAccounts", "node", "nodes"] },
  { title: "Consult the rule", operations: ["syncPolicy", "evaluateSyncPolicy"] },
];
