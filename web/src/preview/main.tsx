document.getElementById("preview")?.append("Soon.");
