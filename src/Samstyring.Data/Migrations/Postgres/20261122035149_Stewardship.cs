using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Stewardship : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "VisibleTo",
                table: "audit_subjects",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    RecordType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Field = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SourceValue = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Origin_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Origin_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Origin_Source = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => new { x.RecordType, x.RecordKey, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Municipality = table.Column<Guid>(type: "uuid", nullable: false),
                    Body = table.Column<Guid>(type: "uuid", nullable: false),
                    Folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ValidFrom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ValidTo = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Note_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Subject_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Subject_Nn = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mandates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mandates_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mandates_organisations_Body",
                        column: x => x.Body,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsNew = table.Column<bool>(type: "boolean", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredFor = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ForAdministrator = table.Column<bool>(type: "boolean", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposals_organisations_OnBehalfOf",
                        column: x => x.OnBehalfOf,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_versions",
                columns: table => new
                {
                    RecordType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_versions", x => new { x.RecordType, x.RecordKey });
                });

            migrationBuilder.CreateTable(
                name: "restrictions",
                columns: table => new
                {
                    RecordType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    Paragraph = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restrictions", x => new { x.RecordType, x.RecordKey });
                    table.ForeignKey(
                        name: "FK_restrictions_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_answerers",
                columns: table => new
                {
                    Proposal = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposal_answerers", x => new { x.Organisation, x.Proposal });
                    table.ForeignKey(
                        name: "FK_proposal_answerers_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_proposal_answerers_proposals_Proposal",
                        column: x => x.Proposal,
                        principalTable: "proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_mandates_Body",
                table: "mandates",
                column: "Body");

            migrationBuilder.CreateIndex(
                name: "IX_mandates_Municipality_Folded",
                table: "mandates",
                columns: new[] { "Municipality", "Folded" });

            migrationBuilder.CreateIndex(
                name: "IX_proposal_answerers_Proposal",
                table: "proposal_answerers",
                column: "Proposal");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_OnBehalfOf_At",
                table: "proposals",
                columns: new[] { "OnBehalfOf", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_proposals_RecordType_RecordKey",
                table: "proposals",
                columns: new[] { "RecordType", "RecordKey" });

            migrationBuilder.CreateIndex(
                name: "IX_restrictions_Organisation",
                table: "restrictions",
                column: "Organisation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "mandates");

            migrationBuilder.DropTable(
                name: "proposal_answerers");

            migrationBuilder.DropTable(
                name: "record_versions");

            migrationBuilder.DropTable(
                name: "restrictions");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropColumn(
                name: "VisibleTo",
                table: "audit_subjects");
        }
    }
}
