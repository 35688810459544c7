import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphqlWorker from "monaco-graphql/esm/graphql.worker.js?worker";

/** The editor's workers, as files of this origin. */
self.MonacoEnvironment = {
  getWorker(_id, language) {
    switch (language) {
      case "json":
        return new JsonWorker();
      case "graphql":
        return new GraphqlWorker();
      default:
        return new EditorWorker();
    }
  },
};
